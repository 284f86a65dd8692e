import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { readSentence } from "./claim.ts";
import { dropAnswer } from "./drop-answer.ts";
import { toPlainText } from "./plain-text.ts";
import { readAddresses } from "./read-addresses.ts";
import { readRuns } from "./read-runs.ts";
import { readTokens, type Token } from "./read-tokens.ts";
import type { Tongue } from "./tongues/tongue.ts";

/** A paragraph taken apart. All answers share it: an index copies what it numbers. */
export type ParagraphRead = {
  tokens: readonly Readonly<Token>[];
  runs: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
  sentences: ReadonlySet<string>;
};

/** Paragraphs by their text, in a passage's order. */
type PassageRead = ReadonlyMap<string, ParagraphRead>;
const readIn = new WeakMap<Tongue, WeakMap<Passage, PassageRead>>();

/** A passage is read once in a language, however many answers cite it, and forgotten with the articles it is of. */
export function readPassage(passage: Passage, tongue: Tongue): PassageRead {
  const known = readIn.get(tongue) ?? new WeakMap<Passage, PassageRead>();
  readIn.set(tongue, known);
  const read = known.get(passage) ?? readTexts(textsOf(passage), tongue);
  known.set(passage, read);
  return read;
}

const readTexts = (texts: string[], tongue: Tongue): PassageRead =>
  new Map([...new Set(texts)].filter(Boolean).map((text) => [text, readParagraph(text, tongue)]));

const readParagraph = (text: string, tongue: Tongue): ParagraphRead => ({
  tokens: readTokens(text, tongue),
  runs: new Set(readRuns(text)),
  addresses: new Set(readAddresses(text)),
  sentences: new Set(
    splitSentences(text)
      .map(toPlainText)
      .flatMap((sentence) => [sentence, dropAnswer(sentence)])
      .map(readSentence),
  ),
});

/** Everything that a reader meets when opening the source: titles, headings, and each field of a block by itself. */
function textsOf({ article, section, heading, blocks, text }: Passage): string[] {
  const fields = blocks.flatMap((block) => {
    if (block.type === "prose") return [block.text];
    if (block.type === "step") return [block.title, block.text, block.expect ?? ""];
    return [block.symptom, block.cause, block.fix, block.verify];
  });
  return [article.title, ...section.path, heading, ...(fields.length > 0 ? fields : [text])];
}
