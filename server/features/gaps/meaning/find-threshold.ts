import { mayBeSame } from "../group/compare-phrases.ts";
import type { ReadPhrase } from "../group/read-phrase.ts";

export type Vectors = ReadonlyMap<string, Float32Array>;

/** A model that tells fewer of the examples that belong together from those that do not is not asked. */
const FEWEST = 0.1;
/** How much of what is left to 1 is put on top: a hub has more phrases than there are examples. */
const MARGIN = 0.1;

/**
 * From which cosine on a model means the same: above that of any two examples that it must not put together. Cosines of
 * different models lie in different ranges, so each is held against the same examples. Null where that leaves hardly any
 * two that belong together, or where an example has no vector.
 */
export function findThreshold(
  groups: readonly (readonly string[])[],
  vectors: Vectors,
  read: (text: string) => ReadPhrase,
): number | null {
  const examples = groups.flatMap((texts, group) =>
    texts.map((text) => ({ group, phrase: read(text), vector: vectors.get(text) })),
  );
  const [together, apart]: [number[], number[]] = [[], []];
  for (const [at, a] of examples.entries())
    for (const b of examples.slice(at + 1)) {
      if (!a.vector || !b.vector) return null;
      if (a.group === b.group) together.push(cosine(a.vector, b.vector));
      else if (mayBeSame(a.phrase, b.phrase)) apart.push(cosine(a.vector, b.vector));
    }
  const nearest = Math.max(...apart);
  const threshold = nearest + MARGIN * (1 - nearest);
  return together.filter((near) => near >= threshold).length >= FEWEST * together.length ? threshold : null;
}

/** Of two vectors of length 1. A loop, because thousands are compared in a moment. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
