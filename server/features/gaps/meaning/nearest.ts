import { mayBeSame } from "../group/compare-phrases.ts";
import type { ReadPhrase } from "../group/read-phrase.ts";
import { cosine, type Vectors } from "./find-threshold.ts";

/** Gaps by what they mean, for phrases whose words no gap has. */
export type Nearest = {
  /** The gap that means the same as this phrase; null where none does, or its vector is not known. */
  find: (text: string, phrase: ReadPhrase) => string | null;
  /** A gap that is found from now on. */
  add: (gapId: string, text: string, phrase: ReadPhrase) => void;
};

/** Without a model: words alone say what is the same. */
export const NO_NEAREST: Nearest = { find: () => null, add: () => {} };

/** `vectors`: of everything that is found or looked for, by its text; `threshold`: a cosine. */
export function createNearest(vectors: Vectors, threshold: number): Nearest {
  const known: { gapId: string; phrase: ReadPhrase; vector: Float32Array }[] = [];
  return {
    find(text, phrase) {
      const vector = vectors.get(text);
      if (!vector) return null;
      let best: { gapId: string; near: number } | null = null;
      for (const gap of known) {
        const near = cosine(vector, gap.vector);
        if (near >= Math.max(threshold, best?.near ?? 0) && mayBeSame(phrase, gap.phrase)) best = { ...gap, near };
      }
      return best?.gapId ?? null;
    },
    add(gapId, text, phrase) {
      const vector = vectors.get(text);
      if (vector) known.push({ gapId, phrase, vector });
    },
  };
}
