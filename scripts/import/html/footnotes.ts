import type { Element, ElementContent } from "hast";
import type { Node } from "../tree.ts";
import { classesOf, elementsOf, findElement, isElement, propertyOf } from "./elements.ts";

type Read = (nodes: ElementContent[]) => Node[];

/** A mark that leads to a note, and the notes at the end of a page, as Markdown has both. Null when it is neither. */
export function readFootnotes(element: Element, read: Read): Node[] | null {
  const mark = isElement(element, "sup") ? findElement(element, isMark) : element;
  if (mark && isMark(mark)) {
    const identifier = nameOf(propertyOf(mark, "href")?.slice(1) ?? "");
    return [{ type: "footnoteReference", identifier, label: identifier }];
  }
  const isList = propertyOf(element, "dataFootnotes") !== undefined || hasClass(element, "footnotes", "footnote");
  if (!isList || !isElement(element, "section", "div", "aside")) return null;
  const notes = [...elementsOf(element)].filter(
    (each) => isElement(each, "li") && /fn/.test(propertyOf(each, "id") ?? ""),
  );
  const made = notes.map((note): Node => {
    const identifier = nameOf(propertyOf(note, "id") ?? "");
    const children = read(note.children) as never; // made to be what stands in a block, later
    return { type: "footnoteDefinition", identifier, label: identifier, children };
  });
  return made.length > 0 ? made : null;
}

const isMark = (element: Element): boolean =>
  isElement(element, "a") &&
  (propertyOf(element, "dataFootnoteRef") !== undefined || hasClass(element, "footnote-ref"));
const hasClass = (element: Element, ...names: string[]): boolean =>
  classesOf(element).some((name) => names.includes(name));
/** `user-content-fn-1` → `1` */
const nameOf = (id: string): string => id.replace(/^(?:user-content-)?fn[-:]?/, "") || "1";
