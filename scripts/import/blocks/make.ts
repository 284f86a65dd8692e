import type { Tell } from "../report.ts";
import { asFlow, asPhrasing, paragraph, type Jsx, type Node } from "../tree.ts";

/** What becomes of a tag. `children` have been converted already; those of `element` are as the source has them. */
export type Make = (element: Jsx, children: Node[], tell: Tell) => Node[];

/** What only lays out: its content stays. */
export const through: Make = (_element, children) => children;

export const inlineCode = (value: string): Node => ({ type: "inlineCode", value });
/** Words below something, which say what it is. */
export const caption = (words: Node[]): Node => paragraph([{ type: "emphasis", children: asPhrasing(words) } as Node]);

/** `start`: the number that a numbered list begins with. */
export function makeList(items: Node[][], start?: number): Node {
  return {
    type: "list",
    ordered: start !== undefined,
    start: Number.isInteger(start) ? start : null,
    spread: false,
    children: items.map((children) => ({ type: "listItem", spread: false, children: asFlow(children) }) as never),
  };
}
