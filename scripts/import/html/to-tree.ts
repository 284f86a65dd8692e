import type { Element, ElementContent, RootContent } from "hast";
import type { Tell } from "../report.ts";
import { tag, type Node } from "../tree.ts";
import { propertyOf } from "./elements.ts";
import { readFootnotes } from "./footnotes.ts";
import { isFurniture } from "./furniture.ts";
import { codeLanguageOf } from "./code-language.ts";
import { readCode, readTitledCode } from "./read-code.ts";
import { readCallout, readFolds, readSteps, readTabs } from "./widgets.ts";

/** `lang`: of code, where an element around it names one. */
type Context = { tell: Tell; lang?: string };

/** The text of a page, whose own parts may unfold others as those of any element do. */
export function readAll(nodes: ElementContent[], tell: Tell): Node[] {
  const read = (children: ElementContent[]) => toTree(children, { tell });
  const folds = readFolds({ type: "element", tagName: "div", properties: {}, children: nodes }, read);
  return folds ? [folds] : read(nodes);
}

/** Elements as the tags that Markdown's readers make: one converter knows what becomes of each. */
function toTree(nodes: (RootContent | ElementContent)[], context: Context): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === "text") {
      const value = node.value.replaceAll(/[\u200B\uFEFF]/g, "").replaceAll(/[ \t\n\r\f]+/g, " ");
      return value === "" ? [] : [{ type: "text", value, position: node.position }];
    }
    return node.type === "element" ? toTag(node, context) : [];
  });
}

function toTag(element: Element, context: Context): Node[] {
  const { tagName, children, position } = element;
  if (tagName === "script") {
    context.tell(position?.start.line ?? 1, "<script>", "Left out: articles run no code.");
    return [];
  }
  // a mark without words may be what links lead to
  const named = tagName === "a" ? (propertyOf(element, "id") ?? propertyOf(element, "name")) : undefined;
  if (isFurniture(element)) return named ? [{ ...tag("a", { id: named }, []), position }] : [];
  if (tagName === "pre") return [readCode(element, context.lang)];
  const inner = { ...context, lang: codeLanguageOf(element) ?? context.lang };
  const read = (nodes: ElementContent[]) => toTree(nodes, inner);
  const notes = readFootnotes(element, read);
  if (notes) return notes.map((note) => ({ ...note, position }));
  const code = readTitledCode(element, inner.lang);
  if (code) return [code];
  const widget =
    readCallout(element, read) ?? readTabs(element, read) ?? readSteps(element, read) ?? readFolds(element, read);
  if (widget) return [{ ...widget, position }];
  const attributes = Object.keys(element.properties).map((name) => [
    attributeName(name),
    element.properties[name] === true ? null : (propertyOf(element, name) ?? ""),
  ]);
  return [{ ...tag(tagName, Object.fromEntries(attributes), read(children)), position }];
}

/** `dataLanguage` → `data-language`, `className` → `class` */
const attributeName = (name: string): string => {
  if (name === "className") return "class";
  return /^(?:data|aria)[A-Z]/.test(name) ? name.replaceAll(/[A-Z]/g, "-$&").toLowerCase() : name.toLowerCase();
};
