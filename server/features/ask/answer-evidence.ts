import type { AnswerEvidence, RecordedPassage, SentenceEvent } from "./ask.schema.ts";
import type { Plan } from "./plan-answer.ts";
import { citationOf, sourceOf } from "./sources.ts";
import type { Ending } from "./write-answer.ts";

/** An answer as far as it is written. `ending` is null until it has ended; times in milliseconds. */
export type Written = {
  began: number;
  sentences: SentenceEvent[];
  firstMs: number | null;
  wholeMs: number | null;
  ending: Ending | null;
};

export const beginWriting = (): Written => ({
  began: performance.now(),
  sentences: [],
  firstMs: null,
  wholeMs: null,
  ending: null,
});

const passed = ({ began }: Written): number => Math.round(performance.now() - began);

/** Passes the sentences on, and notes how they ended, or when they were given up. */
export async function* noteEnding(writing: Plan["writing"], written: Written): Plan["writing"] {
  try {
    return (written.ending = yield* writing);
  } finally {
    written.wholeMs = passed(written);
  }
}

/** Notes what a sentence was, and when the first came. */
export function noteSentence(sentence: SentenceEvent, written: Written): void {
  written.firstMs ??= passed(written);
  written.sentences.push(sentence);
}

/** The answer with what it was made from. `knowledgeVersion` and `model` are the hub's. */
export function gatherEvidence(
  plan: Plan,
  written: Written,
  ending: Ending,
  by: { knowledgeVersion: string; model: string | null },
): AnswerEvidence {
  const { verdict, mode, checks, usage } = ending;
  return {
    lookedFor: plan.lookedFor,
    verdict,
    mode,
    sources: plan.sources.map(({ source }) => source),
    sentences: written.sentences,
    passages: describePassages(plan),
    confidence: plan.decision?.confidence ?? null,
    checks,
    model: mode === "model" ? by.model : null,
    usage,
    firstMs: written.firstMs,
    wholeMs: written.wholeMs,
    knowledgeVersion: by.knowledgeVersion,
  };
}

/** What retrieval found, best first: what the answer was written from, then what was only near. */
function describePassages({ decision, sources }: Plan): RecordedPassage[] {
  if (!decision) return [];
  const near = decision.nearest.filter(({ passage }) => citationOf(passage, sources).length === 0);
  return [...decision.passages, ...near].map(({ passage, score }) => {
    const [n = null] = citationOf(passage, sources);
    return { ...sourceOf(passage, 0), n, contentHash: passage.article.contentHash, score };
  });
}
