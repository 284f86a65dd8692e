/** The rows of texts that have a word, ascending, and how often each has it. */
export type Postings = (word: string) => { rows: Int32Array; counts: Int32Array };

/** A text's words, and those of it that count several times. */
type Text = { often: string[]; once: string[] };
/** What each text has, one behind the other: words by their numbers, how often, and where the next text begins. */
type Counted = { ids: number[]; counts: number[]; ends: number[] };

/** Which of the texts have which words, in a few bytes for each of them; and how many words each text has. Texts are read one at a time. */
export function createPostings(texts: Iterable<Text>, times: number): { postings: Postings; lengths: number[] } {
  const known = new Map<string, number>();
  const idOf = (word: string) => known.get(word) ?? known.set(word, known.size).size - 1;
  const all: Counted = { ids: [], counts: [], ends: [] };
  const lengths: number[] = [];
  for (const { often, once } of texts) {
    const counted = new Map<number, number>();
    const add = (id: number, count: number) => counted.set(id, (counted.get(id) ?? 0) + count);
    for (const word of often) add(idOf(word), times);
    for (const word of once) add(idOf(word), 1);
    for (const [id, count] of counted) {
      all.ids.push(id);
      all.counts.push(count);
    }
    all.ends.push(all.ids.length);
    lengths.push(often.length + once.length);
  }
  const { starts, rows, counts } = turnRound(all, known.size);
  const slice = (list: Int32Array, id: number | undefined) =>
    id === undefined ? list.subarray(0, 0) : list.subarray(starts[id], starts[id + 1]);
  return {
    postings: (word) => ({ rows: slice(rows, known.get(word)), counts: slice(counts, known.get(word)) }),
    lengths,
  };
}

/** From what each text has to what has each word: one row of numbers, a word's own from `starts[id]` on. */
function turnRound({ ids, counts, ends }: Counted, size: number) {
  const starts = new Int32Array(size + 1);
  for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const turned = { starts, rows: new Int32Array(ids.length), counts: new Int32Array(ids.length) };
  let row = 0;
  ids.forEach((id, at) => {
    while (at >= (ends[row] ?? Infinity)) row++;
    const to = next[id] ?? 0;
    next[id] = to + 1;
    turned.rows[to] = row;
    turned.counts[to] = counts[at] ?? 0;
  });
  return turned;
}
