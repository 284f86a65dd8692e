const WORDS =
  "yes|yeah|yep|no|nope|of course|certainly|absolutely|definitely|ja|jawohl|doch|nein|natürlich|selbstverständlich";
const MARKS = String.raw`\s*[.,:;!…—]+|\s+[–-]+(?=\s)|$`;
/** Behind the number of a step, too. "No. 5" is a number, "no-code" a word. */
const ANSWER = new RegExp(
  String.raw`^((?:step )?\d{1,2}[.):]\s+)?(?:(?!no\.\s*\p{N})(?:${WORDS})(?:${MARKS})\s*)+`,
  "iu",
);
/** "iPhone" and "example.com" begin a sentence as they are. */
const PLAIN_WORD = /^\p{Ll}(?=\p{Ll}*(?:[\s,;:'’]|$))/u;

/** A sentence without the "yes" or "no" before it, which answers a question that no text can be held against. */
export function dropAnswer(sentence: string): string {
  const [answer = "", number = ""] = ANSWER.exec(sentence) ?? [];
  if (answer === number) return sentence;
  return number + sentence.slice(answer.length).replace(PLAIN_WORD, (letter) => letter.toUpperCase());
}
