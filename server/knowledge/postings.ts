/** The rows of texts that have a word, ascending, and how often each has it. */
export type Postings = (word: string) => { rows: Int32Array; counts: Int32Array };

/** A text's words, and those of it that count several times. */
type Text = { often: string[]; once: string[] };

/** Which of the texts have which words, in a few bytes for each of them; and how many words each text has. */
export function createPostings(texts: Text[], times: number): { postings: Postings; lengths: Int32Array } {
  const ids = new Map<string, number>();
  const idOf = (word: string) => ids.get(word) ?? ids.set(word, ids.size).size - 1;
  const counted = texts.map(({ often, once }) => {
    const counts = new Map<number, number>();
    const add = (word: string, count: number) => counts.set(idOf(word), (counts.get(idOf(word)) ?? 0) + count);
    for (const word of often) add(word, times);
    for (const word of once) add(word, 1);
    return counts;
  });
  const { starts, rows, counts } = turnRound(counted, ids.size);
  const slice = (all: Int32Array, id: number | undefined) =>
    id === undefined ? all.subarray(0, 0) : all.subarray(starts[id], starts[id + 1]);
  return {
    postings: (word) => ({ rows: slice(rows, ids.get(word)), counts: slice(counts, ids.get(word)) }),
    lengths: Int32Array.from(texts, ({ often, once }) => often.length + once.length),
  };
}

/** From what each text has to what has each word: one row of numbers, a word's own from `starts[id]` on. */
function turnRound(counted: Map<number, number>[], size: number) {
  const starts = new Int32Array(size + 1);
  for (const text of counted) for (const id of text.keys()) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[size] ?? 0);
  const counts = new Int32Array(rows.length);
  counted.forEach((text, row) => {
    for (const [id, count] of text) {
      const at = next[id] ?? 0;
      next[id] = at + 1;
      rows[at] = row;
      counts[at] = count;
    }
  });
  return { starts, rows, counts };
}
