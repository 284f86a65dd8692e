import { DomUtils } from "htmlparser2";
import { attribute, isElement, type Element, type Node } from "../dom.ts";
import type { Phrasing } from "./markdown-tree.ts";

/** Whether a space at this place would be seen: none is where a line begins, or behind another. */
type Place = { afterSpace: boolean };

/** What stands in a line, its white space as a reader sees it. */
export function toPhrasing(nodes: Node[]): Phrasing[] {
  const made = readAll(nodes, { afterSpace: true });
  trimEnd(made);
  return made;
}

function readAll(nodes: Node[], place: Place): Phrasing[] {
  const made: Phrasing[] = [];
  for (const node of nodes)
    for (const each of read(node, place)) {
      const last = made.at(-1);
      if (each.type === "break") trimEnd(made);
      if (each.type === "text" && last?.type === "text") last.value += each.value;
      else made.push(each);
    }
  return made;
}

function read(node: Node, place: Place): Phrasing[] {
  if (isElement(node)) return readElement(node, place);
  if (node.type !== "text") return [];
  const collapsed = node.data.replace(/\s+/g, " ");
  const value = place.afterSpace ? collapsed.trimStart() : collapsed;
  if (value === "") return [];
  place.afterSpace = value.endsWith(" ");
  return [{ type: "text", value }];
}

function readElement(element: Element, place: Place): Phrasing[] {
  const within = () => readAll(element.children, place);
  const plain = () => DomUtils.textContent(element).replace(/\s+/g, " ");
  switch (element.name) {
    case "a":
      if (attribute(element, "data-press") === "enlarge") return within();
      return wrap(within(), (children) => ({ type: "link", url: attribute(element, "href") ?? "", children }));
    case "b":
    case "strong":
      return wrap(within(), (children) => ({ type: "strong", children }));
    case "em":
    case "i":
      return wrap(within(), (children) => ({ type: "emphasis", children }));
    case "del":
    case "s":
      return wrap(within(), (children) => ({ type: "delete", children }));
    case "code":
    case "kbd":
    case "samp":
    case "var":
      place.afterSpace = false;
      return [{ type: "inlineCode", value: plain() }];
    case "br":
      place.afterSpace = true;
      return [{ type: "break" }];
    case "img":
      place.afterSpace = false;
      return [{ type: "image", url: attribute(element, "src") ?? "", alt: attribute(element, "alt") ?? "" }];
    default:
      return within();
  }
}

/** A space at an end of what is marked stands beside the mark: within, Markdown would not take it for one. */
function wrap(children: Phrasing[], mark: (children: Phrasing[]) => Phrasing): Phrasing[] {
  const [first, last] = [children[0], children.at(-1)];
  const space = (isThere: boolean): Phrasing[] => (isThere ? [{ type: "text", value: " " }] : []);
  const before = space(first?.type === "text" && first.value.startsWith(" "));
  const after = space(last?.type === "text" && last.value.endsWith(" "));
  if (first?.type === "text") first.value = first.value.trimStart();
  trimEnd(children);
  return [...before, ...(children.length > 0 ? [mark(children)] : []), ...after];
}

function trimEnd(made: Phrasing[]): void {
  const last = made.at(-1);
  if (last && "children" in last) trimEnd(last.children);
  if (last?.type !== "text") return;
  last.value = last.value.trimEnd();
  if (last.value === "") made.pop();
}
