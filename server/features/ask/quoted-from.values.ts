/**
 * The number of the source in whose language a sentence is, of an answer in the articles' own words: what leads from one
 * quote of a section to the next is said in theirs.
 */
export function quotedFrom(sentences: { citations: number[] }[], at: number): number | undefined {
  const before = sentences[at - 1]?.citations[0];
  const after = sentences[at + 1]?.citations[0];
  return sentences[at]?.citations[0] ?? (before === after ? after : undefined);
}
