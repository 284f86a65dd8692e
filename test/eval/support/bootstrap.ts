export type Interval = { value: number; low: number; high: number };

const RESAMPLES = 400;

/** A figure over `items` with its 95 % bootstrap interval; the same items give the same interval. */
export function bootstrap<T>(items: readonly T[], figure: (sample: readonly T[]) => number): Interval {
  const random = createRandom(items.length);
  const figures = Array.from({ length: RESAMPLES }, () =>
    figure(items.map((item) => items[Math.floor(random() * items.length)] ?? item)),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => figures[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: figure(items), low: at(0.025), high: at(0.975) };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Seeded numbers from 0 to 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
