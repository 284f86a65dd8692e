import type { Passage } from "#server/knowledge/split-passages.ts";
import { quotableSentences, type Quotable } from "./quotable-sentences.ts";
import { saysLittle } from "./says-little.ts";

/** From so many characters on nothing more is read. */
const ENOUGH = 320;

/** How an article begins, within `room` characters: what its first passages tell, in its order. */
export function readBeginning(passages: Passage[], room: number): Quotable[] {
  const sentences = passages.flatMap(quotableSentences).toSorted((a, b) => a.place.from - b.place.from);
  const telling = sentences.filter((sentence) => !saysLittle(sentence));
  const read: Quotable[] = [];
  let length = 0;
  for (const sentence of telling.length > 0 ? telling : sentences) {
    if (length >= ENOUGH || length + sentence.text.length > room) break;
    read.push(sentence);
    length += sentence.text.length;
  }
  return read;
}
