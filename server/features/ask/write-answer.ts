import type { Log } from "#server/core/log.ts";
import type { Term } from "#server/knowledge/parse-query.ts";
import type { ANSWER_MODES } from "./ask.values.ts";
import type { SentenceEvent, SentenceRecord, Usage } from "./ask.schema.ts";
import type { Decision, Verdict } from "./decide.ts";
import { ModelFailure } from "./model/model-failure.ts";
import { buildPrompt } from "./model/prompt.ts";
import type { StreamModel } from "./model/stream-model.ts";
import { writeModel } from "./model/write-model.ts";
import { SAY } from "./say.ts";
import type { NumberedSource } from "./sources.ts";
import type { Turn } from "./thread.ts";
import { writeExtractive } from "./write-extractive.ts";

/** A model, and the hub's budget for it: `takeTokens` is false when it is used up. */
export type Model = { stream: StreamModel; takeTokens: (tokens: number) => Promise<boolean> };

export type WritingTask = {
  question: string;
  terms: Term[];
  decision: Decision;
  sources: NumberedSource[];
  turns: Turn[];
  signal: AbortSignal;
};
export type Ending = {
  verdict: Verdict;
  mode: (typeof ANSWER_MODES)[number];
  checks?: SentenceRecord[];
  /** As the model's server counts them; null where it does not say. */
  usage?: Usage | null;
};
type Writing = AsyncGenerator<SentenceEvent, Ending>;

/** Yields the answer's sentences: the model's, as far as sources support them, or else the articles' own. Always ends. */
export async function* writeAnswer(model: Model | null, task: WritingTask, log: Log): Writing {
  if (task.decision.verdict === "unanswered") return yield* sayUnanswered(task, "extractive");
  if (!model) return yield* quoteArticles(task);
  if (await canAfford(model, task))
    return (yield* writeWithModel(model.stream, task, log)) ?? (yield* quoteArticles(task));
  yield say(SAY.overBudget);
  return yield* quoteArticles(task);
}

export const say = (text: string): SentenceEvent => ({ text, citations: [] });

async function* sayUnanswered({ decision }: WritingTask, mode: Ending["mode"]): Writing {
  yield say(SAY.unanswered);
  yield say(decision.nearest.length > 0 ? SAY.nearest : SAY.nothingNear);
  return { verdict: "unanswered", mode };
}

async function* quoteArticles({ question, decision, terms, sources }: WritingTask): Writing {
  if (decision.verdict === "partial") yield say(SAY.partial);
  yield* writeExtractive({ question, terms, passages: decision.passages, sources });
  return { verdict: decision.verdict, mode: "extractive" };
}

/** Null when the articles' own words have to stand in. */
async function* writeWithModel(
  stream: StreamModel,
  task: WritingTask,
  log: Log,
): AsyncGenerator<SentenceEvent, Ending | null> {
  const writing = writeModel(stream, task);
  let sent = 0;
  try {
    for (;;) {
      const { value, done } = await writing.next();
      if (!done) {
        sent++;
        yield value;
        continue;
      }
      if (value.end === "not_there" && sent === 0) return yield* sayUnanswered(task, "model");
      if (sent === 0) return task.signal.aborted ? { verdict: "partial", mode: "model" } : null;
      if (value.withheld > 0) yield say(SAY.withheld);
      if (value.end === "length") yield say(SAY.cutShort);
      const whole = value.withheld === 0 && value.end === "complete";
      return { verdict: whole ? task.decision.verdict : "partial", mode: "model" };
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    log.warn({ reason: error.reason, detail: error.detail }, "the model failed; the articles' own words stand in");
    yield say(sent > 0 ? SAY.standInAfter : SAY.standIn);
    return null;
  }
}

const CHARACTERS_A_TOKEN = 4;
/** What an answer usually takes, in tokens; servers do not all say what it took. */
const TOKENS_OF_ANSWER = 300;

async function canAfford(model: Model, { question, sources, turns }: WritingTask): Promise<boolean> {
  const characters = JSON.stringify(buildPrompt(question, sources, turns)).length;
  return model.takeTokens(Math.ceil(characters / CHARACTERS_A_TOKEN) + TOKENS_OF_ANSWER);
}
