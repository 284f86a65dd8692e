import { DomUtils, parseDocument } from "htmlparser2";

/** Parts the elements that have an attribute from what else a block holds, for a block that shows them elsewhere. */
export function splitOut(html: string, attribute: string): { body: string; taken: string } {
  const places = DomUtils.findAll(
    (element) => attribute in element.attribs,
    parseDocument(html, { withStartIndices: true, withEndIndices: true }).children,
  ).map(({ startIndex, endIndex }) => ({ from: startIndex ?? 0, to: (endIndex ?? 0) + 1 }));
  const taken = places.map(({ from, to }) => html.slice(from, to)).join("");
  const body = places.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), html);
  return { body, taken };
}
