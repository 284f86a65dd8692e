import { covers, type Term } from "#server/knowledge/parse-query.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { splitStems } from "#server/knowledge/words.ts";

const SENTENCES_AT_MOST = 3;
/** A passage this short (characters) is quoted whole: its sentences need each other. */
const SHORT = 320;

/** The run of up to three neighbouring sentences of a passage, word for word, that says most of what `terms` ask, within `room` characters. */
export function pickSentences(passage: Passage, terms: Term[], room: number): string[] {
  const sentences = passage.blocks.flatMap((block) => (block.type === "prose" ? splitSentences(block.text) : []));
  if (sentences.join(" ").length <= Math.min(SHORT, room)) return sentences;
  const stems = sentences.map((sentence) => new Set(splitStems(sentence)));
  let best: { from: number; to: number; score: number } | null = null;
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from + 1; to <= Math.min(from + SENTENCES_AT_MOST, sentences.length); to++) {
      if (sentences.slice(from, to).join(" ").length > room) break;
      const score = scoreRun(stems.slice(from, to), terms);
      if (!best || score > best.score) best = { from, to, score };
    }
  }
  return best ? sentences.slice(best.from, best.to) : [];
}

/** What the run covers of the terms, each counted once, with a little for every sentence that helps. */
function scoreRun(stems: ReadonlySet<string>[], terms: Term[]): number {
  const covered = terms.filter((term) => stems.some((sentence) => covers(term, sentence)));
  const helpful = stems.filter((sentence) => terms.some((term) => covers(term, sentence)));
  return covered.reduce((sum, { weight }) => sum + weight, 0) + 0.1 * helpful.length;
}
