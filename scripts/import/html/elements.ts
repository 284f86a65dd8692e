/** Questions about the elements of a parsed page. */
import type { Element, Nodes } from "hast";

export const isElement = (node: Nodes, ...names: string[]): node is Element =>
  node.type === "element" && (names.length === 0 || names.includes(node.tagName));

/** A property as text: `propertyOf(link, "href")`. Undefined when it is not there. */
export function propertyOf({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : String(value);
}

export const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties["className"]) ? properties["className"].map(String) : [];

export const hasRole = (element: Element, role: string): boolean => propertyOf(element, "role") === role;

/** Every element below, outermost first. */
export function* elementsOf(parent: Nodes): Generator<Element> {
  if (!("children" in parent)) return;
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function findElement(parent: Nodes, is: (element: Element) => boolean): Element | undefined {
  for (const element of elementsOf(parent)) if (is(element)) return element;
  return undefined;
}

/** Its words, in one line. */
export const wordsOf = (node: Nodes): string => rawWords(node).replace(/\s+/g, " ").trim();

function rawWords(node: Nodes): string {
  if (node.type === "text") return node.value.replaceAll(/[\u200B\uFEFF]/g, "");
  return "children" in node ? node.children.map(rawWords).join("") : "";
}

export function contains(outer: Nodes, inner: Element): boolean {
  for (const each of elementsOf(outer)) if (each === inner) return true;
  return false;
}
