import type { Log } from "#server/core/log.ts";
import type { Term } from "#server/knowledge/parse-query.ts";
import type { ANSWER_MODES } from "./ask.values.ts";
import type { SentenceEvent, SentenceRecord, Usage } from "./ask.schema.ts";
import type { Decision, Verdict } from "./decide.ts";
import { canCheck } from "./check/tongues/tongue-of.ts";
import type { FollowUp } from "./model/complete-follow-up.ts";
import { ModelFailure } from "./model/model-failure.ts";
import { nameLanguages } from "./model/other-language.ts";
import { buildPrompt } from "./model/prompt.ts";
import type { StreamModel } from "./model/stream-model.ts";
import { findWithheld, isCoreGone, writeModel, type Written } from "./model/write-model.ts";
import type { Speeches } from "#server/core/speeches.ts";
import { SAY } from "./answer.words.ts";
import { isOfNow, type NumberedSource } from "./sources.ts";
import type { Turn } from "./thread.ts";
import { writeSides } from "./write-sides.ts";
import { writeExtractive } from "./write-extractive.ts";

/** A model, and the hub's budget for it: `takeTokens` is false when it is used up. */
export type Model = {
  stream: StreamModel;
  takeTokens: (tokens: number) => Promise<boolean>;
  /** The question that a follow-up stands for; null where rules are to complete it. */
  complete: (followUp: FollowUp) => Promise<string | null>;
};

export type WritingTask = {
  question: string;
  terms: Term[];
  decision: Decision;
  sources: NumberedSource[];
  turns: Turn[];
  speeches?: Speeches | undefined;
  /** Is filled with every sentence that a model writes: who leaves early has them too. */
  checks: SentenceRecord[];
  signal: AbortSignal;
};
/** `checks` has every sentence that a model wrote, sent or not; `usage` is null where its server does not count. */
export type Ending = {
  verdict: Verdict;
  mode: (typeof ANSWER_MODES)[number];
  checks: SentenceRecord[];
  usage: Usage | null;
};
type Writing = AsyncGenerator<SentenceEvent, Ending>;

/** Yields the answer's sentences: the model's, as far as sources support them, or else the articles' own. Always ends. */
export async function* writeAnswer(model: Model | null, task: WritingTask, log: Log): Writing {
  if (task.decision.verdict === "unanswered") return yield* sayUnanswered(task);
  const { lacks } = task.decision;
  if (lacks.length > 0) yield say(SAY.lacks(lacks.join(", ")));
  const hasPassages = task.decision.passages.length > 0; // a vendor's state alone needs no words around it
  if (!model || !hasPassages) return yield* quoteArticles(task);
  if (!canCheck(task.sources)) {
    yield say(SAY.unchecked(nameLanguages(task.sources)));
    return yield* quoteArticles(task);
  }
  if (!(await canAfford(model, task))) {
    yield say(SAY.overBudget);
    return yield* quoteArticles(task);
  }
  const written = yield* writeModel(model.stream, task);
  if (written.end instanceof ModelFailure) {
    const { reason, detail } = written.end;
    log.warn({ reason, detail }, "the model failed; the articles' own words stand in");
  }
  const ending = yield* endWritten(written, task);
  return { ...ending, checks: written.checks, usage: written.usage };
}

export const say = (text: string): SentenceEvent => ({ text, citations: [] });
/** How an answer ends that no model had a part in. */
export const endOwn = (verdict: Verdict): Ending => ({ verdict, mode: "extractive", checks: [], usage: null });

async function* sayUnanswered({ decision, sources }: WritingTask): Writing {
  yield say(SAY.unanswered);
  yield* quoteOfNow(sources);
  yield say(decision.nearest.length > 0 ? SAY.nearest : SAY.nothingNear);
  return endOwn("unanswered");
}

async function* quoteArticles({ question, decision, terms, sources, speeches }: WritingTask): Writing {
  const { sides, passages } = decision;
  if (sides?.every(({ verdict }) => verdict !== "unanswered")) yield say(SAY.each);
  else if (decision.verdict === "partial" && decision.lacks.length === 0) yield say(SAY.partial);
  yield* quoteOfNow(sources);
  if (sides) yield* writeSides(sides, sources, speeches);
  else yield* writeExtractive({ question, terms, passages, sources, speeches });
  return endOwn(decision.verdict);
}

/** How the vendors are that the question is about, and the reader's own connection. */
const quoteOfNow = (sources: NumberedSource[]): SentenceEvent[] =>
  sources
    .filter(isOfNow)
    .flatMap(({ source, passages }) => passages.map(({ text }) => ({ text, citations: [source.n] })));

/** What is said after the model's sentences; where they are no answer, the articles' own words stand in. */
async function* endWritten({ end, sent, checks, usage }: Written, task: WritingTask): Writing {
  const byModel = { mode: "model", checks, usage } as const;
  if (task.signal.aborted) return { ...byModel, verdict: "partial" };
  const withheld = findWithheld(checks).length > 0;
  if (end === "not_there" && sent === 0 && !withheld) return { ...(yield* sayUnanswered(task)), ...byModel };
  const standIn = whyStandIn(end, sent, checks, task.sources);
  if (standIn) {
    yield say(standIn);
    return yield* quoteArticles(task);
  }
  if (withheld) yield say(SAY.withheld);
  if (end === "length") yield say(SAY.cutShort);
  if (end === "not_there") yield say(SAY.rest);
  return { ...byModel, verdict: end === "complete" && !withheld ? task.decision.verdict : "partial" };
}

/** The line that leads over to the articles' own words; null when what was sent is an answer. */
function whyStandIn(
  end: Written["end"],
  sent: number,
  checks: SentenceRecord[],
  sources: NumberedSource[],
): string | null {
  if (end instanceof ModelFailure) return sent > 0 ? SAY.standInAfter : SAY.standIn;
  if (end === "other_language") return SAY.otherLanguage(nameLanguages(sources));
  if (isCoreGone(checks)) return SAY.unconfirmed;
  return sent === 0 ? SAY.standIn : null;
}

const CHARACTERS_A_TOKEN = 4;
/** What an answer usually takes, in tokens; servers do not all say what it took. */
const TOKENS_OF_ANSWER = 300;

async function canAfford(model: Model, { question, sources, turns }: WritingTask): Promise<boolean> {
  const characters = JSON.stringify(buildPrompt(question, sources, turns)).length;
  return model.takeTokens(Math.ceil(characters / CHARACTERS_A_TOKEN) + TOKENS_OF_ANSWER);
}
