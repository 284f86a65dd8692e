/** Of several names the one that was most likely meant: at most a third of its letters are others. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const each of new Set(names)) {
    const distance = distanceOf(name, each);
    if (distance <= Math.max(name.length, each.length) / 3 && distance < (best?.distance ?? Infinity))
      best = { name: each, distance };
  }
  return best?.name;
}

/** How many letters are to be put in, taken out or changed. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let index = 0; index < one.length; index++) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at++) {
      const changed = (row[at - 1] ?? 0) + (one[index] === other[at - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
