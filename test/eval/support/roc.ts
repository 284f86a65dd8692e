export type Scored = { answerable: boolean; score: number };

/** The probability that an answerable question scores higher than an unanswerable one; even scores count half. */
export function areaUnderRoc(of: readonly Scored[]): number {
  const sorted = of.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const rank = (from + 1 + to) / 2;
    ranks += rank * sorted.slice(from, to).filter(({ answerable }) => answerable).length;
    from = to;
  }
  const right = of.filter(({ answerable }) => answerable).length;
  return (ranks - (right * (right + 1)) / 2) / (right * (of.length - right));
}

/** The score above which at most `share` of the unanswerable questions lie. */
export function thresholdFor(of: readonly Scored[], share: number): number {
  const wrong = of.filter(({ answerable }) => !answerable).map(({ score }) => score);
  return wrong.toSorted((a, b) => b - a)[Math.floor(share * wrong.length)] ?? 0;
}
