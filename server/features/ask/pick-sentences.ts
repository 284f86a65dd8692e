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
  return lengthen(sentences, best, Math.min(SHORT, room));
}

const length = (sentences: string[]) => sentences.join(" ").length;

/** "As follows:" goes with what follows. What means nothing by itself is left out: titles of callouts, bare links. */
function quotableSentences({ blocks }: Passage): string[] {
  const all = blocks.flatMap((block) => (block.type === "prose" ? splitSentences(block.text) : []));
  const joined = all.flatMap((text, at) => {
    if (all[at - 1]?.endsWith(":")) return [];
    return text.endsWith(":") ? [[text, all[at + 1] ?? ""].join(" ")] : [text];
  });
  return joined.filter((text) => /[.!?…][”"’)]*$|[:·] ?\S/.test(text));
}

type Run = { from: number; to: number };

/** A short run takes the sentence before it along, which it may refer to, and goes on with those after it. */
function lengthen(sentences: string[], { from, to }: Run, room: number): string[] {
  const fits = (run: Run) => length(sentences.slice(run.from, run.to)) <= room;
  const run = from > 0 && fits({ from: from - 1, to }) ? { from: from - 1, to } : { from, to };
  while (run.to < sentences.length && fits({ ...run, to: run.to + 1 })) run.to++;
  return sentences.slice(run.from, run.to);
}

/** What the run covers of the terms, each counted once; a little more for sentences that help, less for those that do not. */
function scoreRun(stems: ReadonlySet<string>[], terms: Term[]): number {
  const covered = terms.filter((term) => stems.some((sentence) => covers(term, sentence)));
  const helpful = stems.filter((sentence) => terms.some((term) => covers(term, sentence)));
  return covered.reduce((sum, { weight }) => sum + weight, 0) + 0.1 * (2 * helpful.length - stems.length);
}
