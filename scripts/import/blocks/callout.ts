import { block, childrenOf, type Node } from "../tree.ts";

const WARNINGS = new Set("warning caution danger important error attention failure bug".split(" "));

/** Our callout is a note, a tip or a warning; which of the many kinds it was is told by its title, where it had one. */
export function makeCallout(kind: string | undefined, title: string | undefined, children: Node[]): Node {
  const said = (kind ?? "note").toLowerCase();
  const ours = WARNINGS.has(said) ? "warning" : said === "tip" ? "tip" : "note";
  return block("Callout", { kind: ours, title: title?.trim() || undefined }, children);
}

/** `> [!NOTE]` as GitHub writes it. Null when the quote is one. */
export function readAlert(quote: Node, children: Node[]): Node[] | null {
  const [first, ...rest] = children;
  const [mark, ...words] = first?.type === "paragraph" ? childrenOf(first) : [];
  if (mark?.type !== "text") return null;
  const found = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][^\S\n]*([^\n]*)\n?/i.exec(mark.value);
  if (!found) return null;
  const left = mark.value.slice(found[0].length);
  const said: Node[] = [
    ...(left ? [{ ...mark, value: left }] : []),
    ...(words[0]?.type === "break" && !left ? words.slice(1) : words),
  ];
  const callout = makeCallout(found[1], found[2], [...said, ...rest]);
  callout.position = quote.position;
  return [callout];
}
