import type { Config } from "#server/core/config.ts";
import type { Visitor } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { problemWords } from "#server/core/problem.words.ts";
import { createAnswerCache } from "./answer-cache.ts";
import { answerQuestion, type AnswerDeps, type AnswerEvent } from "./answer-question.ts";
import { countStreams } from "#server/limits/open-streams.ts";
import { STREAMS, takeQuestion } from "./ask.limits.ts";
import type { AnswerEvidence, AskAbout, AskInput } from "./ask.schema.ts";
import { describeReaders } from "./describe-readers.ts";
import { openMeaning } from "./meaning/open-meaning.ts";
import type { PassageVectorsDeps } from "./meaning/passage-vectors.ts";
import { openBudget } from "./model-budget.ts";
import { COMPLETION_BOUNDS, completeFollowUp } from "./model/complete-follow-up.ts";
import { createModelStream, type ModelBounds } from "./model/stream-model.ts";
import type { ReadOwnChecks } from "./own-check.ts";
import { replayAnswer, type Replayed } from "./replay-answer.ts";
import { survive } from "./survive.ts";
import { newThread, openThread } from "./thread.ts";

export type AskDeps = Omit<AnswerDeps, "model" | "cache"> & {
  config: Pick<Config, "model" | "embedding">;
  builds: PassageVectorsDeps["builds"];
  /** Without it, no reader has checks of their own. */
  readOwnChecks?: ReadOwnChecks;
  /** Aborted when the process is asked to stop. */
  shutdown: AbortSignal;
};

export type Ask = {
  about: () => Promise<AskAbout>;
  /**
   * An answer's events. Give up reading, or abort `signal`, and the model is stopped. `headers` say whose own checks may
   * be used.
   * @throws AppError before the first event: "limited", "thread_full", or "not_found" for an article that is not there.
   */
  answer(
    input: AskInput,
    visitor: Visitor,
    signal: AbortSignal,
    headers?: Headers,
  ): Promise<AsyncIterable<AnswerEvent>>;
  /** A recorded question once more, on today's articles. */
  replay(replayed: Replayed, signal: AbortSignal): Promise<AnswerEvidence>;
};

/** Ask AI over this hub's articles, with a model where the settings name one. */
export function openAsk(deps: AskDeps): Ask {
  const { model, embedding } = deps.config;
  const answerDeps: AnswerDeps = {
    ...deps,
    model: openModel(deps),
    cache: createAnswerCache(model?.cachedAnswers),
    compareMeaning: embedding && openMeaning(deps, embedding),
  };
  const streams = countStreams(STREAMS);
  return {
    about: () => describeReaders(deps),
    async answer(input, { id: visitorKey, ipKey, languages }, signal, headers) {
      if (input.articleId && !deps.knowledge.current().articles.has(input.articleId))
        throw new AppError("not_found", problemWords.noArticle(input.articleId));
      await takeQuestion(deps, ipKey);
      const thread = await survive(deps.log, openThread(deps.db, input.thread), newThread);
      const close = streams.open(ipKey);
      const { readOwnChecks } = deps;
      const ownChecks = headers && readOwnChecks && (() => readOwnChecks(headers));
      const asked = {
        ...input,
        thread,
        visitorKey,
        ipKey,
        languages,
        ownChecks,
        signal: AbortSignal.any([signal, deps.shutdown]),
      };
      return closing(answerQuestion(answerDeps, asked), close);
    },
    replay: (replayed, signal) => replayAnswer(answerDeps, replayed, AbortSignal.any([signal, deps.shutdown])),
  };
}

function openModel({ config, ...deps }: AskDeps): AnswerDeps["model"] {
  const settings = config.model;
  if (!settings) return null;
  const stream = createModelStream(settings, boundsOf(settings));
  const completing = createModelStream(settings, COMPLETION_BOUNDS);
  const spend = openBudget(deps, settings.budget);
  return {
    name: settings.name,
    openFor(ipKey) {
      const spending = spend(ipKey);
      const forCompletion = { ...spending, stream: completing, log: deps.log };
      return { ...spending, stream, complete: (followUp) => completeFollowUp(forCompletion, followUp) };
    },
  };
}

/** Tokens: an answer has about 300, and is cut off at 6,000 characters; but some models think first, at length. */
const TOKENS_AT_MOST = 4000;

/** A model that takes long to begin may take as long over all of it, and half of it within. */
const boundsOf = ({ waitSeconds }: { waitSeconds: number }): ModelBounds => ({
  timeouts: { firstPiece: waitSeconds * 1000, nextPiece: waitSeconds * 500, whole: waitSeconds * 3000 },
  tokensAtMost: TOKENS_AT_MOST,
});

async function* closing<T>(events: AsyncIterable<T>, close: () => void): AsyncGenerator<T> {
  try {
    yield* events;
  } finally {
    close();
  }
}
