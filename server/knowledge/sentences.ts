const ABBREVIATIONS = [
  String.raw`e\.g|i\.e|etc|vs|no|approx|fig|u\.s|inc|ltd|corp`,
  "mr|mrs|ms|dr|st|prof|gen|col|lt|capt|sgt|rev|jr|sr",
  String.raw`z\.\s?b|d\.\s?h|u\.\s?a|bzw|ca|nr|vgl|ggf|evtl|inkl|str`,
];
const ABBREVIATED = new RegExp(String.raw`(?:\b(?:${ABBREVIATIONS.join("|")})|\b[A-Z])\.\s*$`, "i");

/** Ends with a full stop that may end no sentence: "e.g.", "Gen.", an initial. */
export const isAbbreviated = (text: string): boolean => ABBREVIATED.test(text);

/** The sentences of a text, word for word; joined by a space they are the text again. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(/(?<![.!?…])[.!?…]+["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu)) {
    const sentence = text.slice(from, end.index + end[0].length).trim();
    if (isAbbreviated(sentence)) continue;
    sentences.push(sentence);
    from = end.index + end[0].length;
  }
  const rest = text.slice(from).trim();
  return rest ? [...sentences, rest] : sentences;
}
