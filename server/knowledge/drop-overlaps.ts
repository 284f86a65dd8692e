import type { KnowledgeBlock } from "#content/knowledge.ts";
import type { Passage } from "./split-passages.ts";

/** A step and all the steps together say the same: the better of them stays. `ranked` is best first. */
export function dropOverlaps<T extends { passage: Passage }>(ranked: T[]): T[] {
  const seen = new Set<KnowledgeBlock>();
  return ranked.filter(({ passage }) => {
    const fresh = !passage.blocks.some((block) => seen.has(block));
    if (fresh) for (const block of passage.blocks) seen.add(block);
    return fresh;
  });
}
