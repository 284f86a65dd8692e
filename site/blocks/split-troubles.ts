import { DomUtils, parseDocument } from "htmlparser2";

/** Parts a step's own troubleshooting from its body: it stands after "It worked / It didn't", wherever it was written. */
export function splitTroubles(html: string): { body: string; troubles: string } {
  const places = DomUtils.findAll(
    (element) => "data-troubleshoot" in element.attribs,
    parseDocument(html, { withStartIndices: true, withEndIndices: true }).children,
  ).map(({ startIndex, endIndex }) => ({ from: startIndex ?? 0, to: (endIndex ?? 0) + 1 }));
  const troubles = places.map(({ from, to }) => html.slice(from, to)).join("");
  const body = places.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), html);
  return { body, troubles };
}
