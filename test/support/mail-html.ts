/** A mail's HTML as a program reads it. */
import { DomUtils, parseDocument } from "htmlparser2";

const bodyOf = (html: string) => {
  const read = parseDocument(html);
  return DomUtils.findOne(({ name }) => name === "body", read.children) ?? read;
};

/** What is read there, without punctuation and marks. */
export const wordsIn = (html: string): string[] =>
  // lines end without a space
  DomUtils.textContent(bodyOf(html.replaceAll(/<(?:br|\/h1|\/p|\/li|\/a|\/td)>/g, "$& "))).match(
    /[\p{L}\p{M}\p{N}]+/gu,
  ) ?? [];

/** Where it leads. */
export const linksIn = (html: string): string[] =>
  DomUtils.findAll(({ name }) => name === "a", bodyOf(html).children).map(({ attribs }) => attribs["href"] ?? "");

const FRAME = "html head meta title style body main h1 table tbody tr td p a br ul li blockquote".split(" ");

/** What is in it that no mail has: elements that load, run or ask, and attributes that act. */
export const foreignTagsIn = (html: string): string[] =>
  DomUtils.findAll(() => true, parseDocument(html).children).flatMap(({ name, attribs }) => [
    ...(FRAME.includes(name) ? [] : [name]),
    ...Object.keys(attribs).filter((attribute) => /^(?:on|src|style|background|action)/.test(attribute)),
  ]);

/** The parts below its head, as they are written, on a line each. */
export function partsIn(html: string): string[] {
  const body = DomUtils.findOne(({ attribs }) => attribs["class"] === "body", parseDocument(html).children);
  return (body?.children ?? [])
    .map((node) => DomUtils.getOuterHTML(node).replaceAll(/\n\s*/g, "").replaceAll("&#xa0;", "\u00a0"))
    .filter((part) => part !== "");
}
