import { anchorOf } from "#site/blocks/slug.ts";
import { noteIds } from "../links/anchors.ts";
import type { Tell } from "../report.ts";
import { block, childrenOf, isJsx, lineOf, plainText, type Jsx, type Node } from "../tree.ts";
import { saidIn } from "./said.ts";

/** A title longer than this is a paragraph. */
const TITLE_MAX = 90;

type Step = { title: string; body: Node[]; ids: string[] };

/** `<Steps>` around `<Step title>` (Mintlify) or around a numbered list (Starlight). A list without titles stays one. */
export function makeSteps(_element: Jsx, children: Node[], tell: Tell): Node[] {
  const tagged = children.filter((node): node is Jsx => isJsx(node) && node.name === "Step");
  const list = children.find((node) => node.type === "list" && node.ordered);
  const beside = children.filter((node) => node !== list && !tagged.some((step) => step === node));
  const steps =
    tagged.length > 0 ? tagged.map((step, index) => readStep(step, index, tell)) : list ? readItems(list) : null;
  if (!steps || (tagged.length === 0 && beside.length > 0)) return children;
  const made = steps.map(({ title, body, ids }, index) => {
    const step = block("Step", { title, id: anchorOf(title) || `step-${index + 1}` }, body);
    noteIds(step, ids);
    return step;
  });
  return [...beside, block("Steps", {}, made)];
}

function readStep(step: Jsx, index: number, tell: Tell): Step {
  const said = plainText(saidIn(step, "title", "titleText")) || undefined;
  const ids = step.data?.oldIds ?? [];
  const [first, ...rest] = childrenOf(step);
  // a step of GitBook's begins with its heading
  if (!said && first?.type === "heading" && plainText([first]))
    return { title: plainText([first]), body: rest, ids: [...ids, ...(first.data?.oldIds ?? [])] };
  const title = said ?? `Step ${index + 1}`;
  if (!said)
    tell(lineOf(step), `<${step.name}>`, `A step without a title: it became “${title}”. Say what is done in it.`);
  return { title, body: childrenOf(step), ids };
}

/** Null when an item begins with more than a title's words: a title cannot hold a link. */
function readItems(list: Node): Step[] | null {
  const steps = childrenOf(list).map(readItem);
  return steps.every((step) => step !== null) ? steps : null;
}

function readItem(item: Node): Step | null {
  const [first, ...rest] = childrenOf(item);
  if (first?.type === "heading") return { title: plainText([first]), body: rest, ids: first.data?.oldIds ?? [] };
  if (first?.type !== "paragraph") return null;
  const [lead, ...others] = childrenOf(first);
  const words = plainText([first]);
  if (
    lead?.type === "strong" &&
    plainText([lead]).length >= 3 &&
    others.length > 0 &&
    /^\s*[:.–—\n-]/.test(plainText(others) && rawStart(others))
  )
    return { title: plainText([lead]).replace(/[:.]$/, ""), body: [...dropLead(others), ...rest], ids: [] };
  const isPlain = childrenOf(first).every(({ type }) => ["text", "strong", "emphasis", "inlineCode"].includes(type));
  if (!isPlain || words.length > TITLE_MAX) return null;
  return { title: words.replace(/[:.]$/, ""), body: rest, ids: [] };
}

const rawStart = (nodes: Node[]): string =>
  nodes[0]?.type === "text" ? nodes[0].value : nodes[0]?.type === "break" ? "\n" : "";

function dropLead(nodes: Node[]): Node[] {
  const [first, ...rest] = nodes;
  if (first?.type === "break") return rest;
  if (first?.type !== "text") return nodes;
  const value = first.value.replace(/^\s*[:.–—-]?\s*/, "");
  return [{ ...first, value: value.charAt(0).toLocaleUpperCase() + value.slice(1) }, ...rest];
}
