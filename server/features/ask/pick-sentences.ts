import { covers, type Term } from "#server/knowledge/parse-query.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { splitStems } from "#server/knowledge/words.ts";

const SENTENCES_AT_MOST = 3;
/** A passage this short (characters) is quoted whole: its sentences need each other. */
const SHORT = 320;

/** The neighbouring sentences of a passage, word for word, that say most of what `terms` ask, within `room` characters. */
export function pickSentences(passage: Passage, terms: Term[], room: number): string[] {
  const sentences = quotableSentences(passage);
  if (length(sentences) <= Math.min(SHORT, room)) return sentences;
  const stems = sentences.map((sentence) => new Set(splitStems(sentence)));
  let best = { from: 0, to: 0, score: -Infinity };
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from + 1; to <= Math.min(from + SENTENCES_AT_MOST, sentences.length); to++) {
      if (length(sentences.slice(from, to)) > room) break;
      const score = scoreRun(stems.slice(from, to), terms);
      if (score > best.score) best = { from, to, score };
    }
  }
  const run = sentences.slice(best.from, lengthen(sentences, best, Math.min(SHORT, room)));
  return run.at(-1)?.endsWith(":") ? run.slice(0, -1) : run;
}

const length = (sentences: string[]) => sentences.join(" ").length;

/** Without what means nothing by itself: titles of callouts, bare links, and "as follows:" where that does not follow. */
function quotableSentences({ blocks }: Passage): string[] {
  const all = blocks.flatMap((block) => (block.type === "prose" ? splitSentences(block.text) : []));
  const isSentence = (text = "") => /[.!?…:][”"’)]*$|[:·]/.test(text);
  return all.filter((text, at) => isSentence(text) && (!text.endsWith(":") || isSentence(all[at + 1])));
}

/** A short run goes on with the sentences after it: what was found there is often explained next. */
function lengthen(sentences: string[], { from, to }: { from: number; to: number }, room: number): number {
  const fits = to < sentences.length && length(sentences.slice(from, to + 1)) <= room;
  return fits ? lengthen(sentences, { from, to: to + 1 }, room) : to;
}

/** What the run covers of the terms, each counted once; a little more for sentences that help, less for those that do not. */
function scoreRun(stems: ReadonlySet<string>[], terms: Term[]): number {
  const covered = terms.filter((term) => stems.some((sentence) => covers(term, sentence)));
  const helpful = stems.filter((sentence) => terms.some((term) => covers(term, sentence)));
  return covered.reduce((sum, { weight }) => sum + weight, 0) + 0.1 * (2 * helpful.length - stems.length);
}
