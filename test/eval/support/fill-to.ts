import { createRandom } from "./bootstrap.ts";
import type { EvalDoc } from "./sets.ts";

/** The documents, and as many more as it takes to be `count`, made of sentences of several of them; the same ones each time. */
export function fillTo(docs: EvalDoc[], count: number): EvalDoc[] {
  if (docs.length === 0 || docs.length >= count) return docs.slice(0, count);
  const random = createRandom(count);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const sentences = docs.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/));
  const meanLength = Math.max(1, Math.round(sentences.length / docs.length));
  const made = Array.from({ length: count - docs.length }, (_, at): EvalDoc => ({
    id: `made/${at}`,
    title: pick(docs)?.title ?? "",
    text: Array.from({ length: meanLength }, () => pick(sentences)).join(" "),
    sections: [],
  }));
  return [...docs, ...made];
}
