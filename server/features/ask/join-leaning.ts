/** What begins like this says little without the sentence before it: "It is renewed without you." */
const LEANS = new RegExp(
  `^["“(]?(?:${[
    "it|its|they|them|their|this|these|those|such|he|she|so|but|then|otherwise|instead|neither|either|both|also|afterwards",
    "that (?:is|was|does|makes|means|way|happens)|the (?:first|second|third|last|latter|former|others?)(?= (?:is|are|of|two|one|says|has))",
    "(?:if|until|unless|while|because of|for|with|without|in|of|from) (?:it|they|that|this|these|those|so|not|none|both cases)",
    "es|dies(?:e[mnrs]?)?|dann|sonst|deshalb|darum|daf\u00fcr|dazu|damit|dabei|dort|danach|aber|beide[ns]?|auch",
  ].join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);
/** An item of a list, or a paragraph, is quoted whole up to so many characters; joined sentences are no longer than that. */
const WHOLE = 170;
const JOINED = 330;

/** A paragraph's sentences, those that lean on the one before joined with it. */
export function joinLeaning(sentences: string[]): string[] {
  if (sentences.join(" ").length <= WHOLE) return sentences.length > 0 ? [sentences.join(" ")] : [];
  const joined: string[] = [];
  for (const sentence of sentences) {
    const both = `${joined.at(-1)} ${sentence}`;
    if (joined.length > 0 && LEANS.test(sentence) && both.length <= JOINED) joined[joined.length - 1] = both;
    else joined.push(sentence);
  }
  return joined;
}
