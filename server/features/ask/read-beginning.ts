import type { Passage } from "#server/knowledge/split-passages.ts";
import { quotableSentences, type Quotable } from "./quotable-sentences.ts";
import { saysLittle } from "./says-little.ts";

/** From so many characters on nothing more is read. */
const ENOUGH = 320;
/** Fewer characters than this are no beginning: what says little goes along. */
const TOO_LITTLE = 120;

/** How a section begins, within `room` characters: what these passages of it tell, in its order. */
export function readBeginning(passages: Passage[], room: number): Quotable[] {
  const sentences = passages.flatMap(quotableSentences).toSorted((a, b) => a.place.from - b.place.from);
  const telling = sentences.filter((sentence) => !saysLittle(sentence));
  const read: Quotable[] = [];
  let length = 0;
  const tells = telling.reduce((sum, { text }) => sum + text.length, 0) >= TOO_LITTLE;
  for (const sentence of tells ? telling : sentences) {
    if (length >= ENOUGH || length + sentence.text.length > room) break;
    read.push(sentence);
    length += sentence.text.length;
  }
  const announces = read.length > 1 && read.at(-1)?.text.endsWith(":");
  return announces ? read.slice(0, -1) : read;
}
