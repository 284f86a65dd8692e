const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|no|approx|inc|st|fig|u\.s)|\b[A-Z])\.$/i;

/** The sentences of a text, word for word; joined by a space they are the text again. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(/[.!?…]+["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu)) {
    const sentence = text.slice(from, end.index + end[0].length).trim();
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    from = end.index + end[0].length;
  }
  const rest = text.slice(from).trim();
  return rest ? [...sentences, rest] : sentences;
}
