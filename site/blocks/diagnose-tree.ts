/**
 * A decision tree on paper is a key: numbered questions whose answers say the number to go on with. A block does not
 * know the others while it is rendered, so it writes marks (numbering.ts says of what kind); the tree fills them in.
 */
import { DomUtils, parseDocument } from "htmlparser2";
import { escapeXml } from "#site/articles/escape-xml.ts";

const [OPEN, NUMBER, WHEN] = ["\uE003", "n", "w"];

export const numberMark = (id: string): string => `${OPEN}${NUMBER}${id}${OPEN}`;
export const whenMark = (id: string): string => `${OPEN}${WHEN}${id}${OPEN}`;

type Node = ReturnType<typeof DomUtils.findAll>[number];

/** The tree's HTML with each node's number, and the shortest way of answers to it. */
export function fillTree(html: string, then: string): string {
  const nodes = DomUtils.findAll((element) => "data-node" in element.attribs, parseDocument(html).children);
  const ways = findWays(nodes);
  const numbers = new Map(nodes.map((node, index) => [idOf(node), String(index + 1)]));
  return html.replace(/\uE003([nw])([^\uE003]*)\uE003/g, (_, kind: string, id: string) =>
    kind === NUMBER ? (numbers.get(id) ?? "?") : (ways.get(id) ?? []).map(escapeXml).join(then),
  );
}

/** By node id: what one answers on the shortest way from the first question. */
function findWays(nodes: Node[]): Map<string, string[]> {
  const byId = new Map(nodes.map((node) => [idOf(node), node]));
  const first = nodes[0] ? idOf(nodes[0]) : "";
  const ways = new Map<string, string[]>([[first, []]]);
  for (const [id, way] of ways) {
    const node = byId.get(id);
    if (!node) continue;
    for (const answer of DomUtils.findAll((element) => "data-answer" in element.attribs, node.children)) {
      const to = answer.attribs["data-to"] ?? "";
      // a Map goes on with what is added while it is walked
      if (!ways.has(to)) ways.set(to, [...way, saysOf(answer)]);
    }
  }
  return ways;
}

const idOf = (node: Node): string => node.attribs["id"] ?? "";

function saysOf(answer: Node): string {
  const [says] = DomUtils.findAll((element) => element.attribs["data-part"] === "says", answer.children);
  return says ? DomUtils.textContent(says).trim() : "";
}
