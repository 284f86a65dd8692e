import type { Hub } from "#content/schema.ts";
import type { Config } from "#server/core/config.ts";
import type { Visitor } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { createAnswerCache } from "./answer-cache.ts";
import { answerQuestion, type AnswerDeps, type AnswerEvent } from "./answer-question.ts";
import { countStreams } from "#server/limits/open-streams.ts";
import { STREAMS, takeQuestion } from "./ask.limits.ts";
import type { AnswerEvidence, AskAbout, AskInput } from "./ask.schema.ts";
import { openBudget } from "./model-budget.ts";
import { createModelStream } from "./model/stream-model.ts";
import { replayAnswer, type Replayed } from "./replay-answer.ts";
import { survive } from "./survive.ts";
import { newThread, openThread } from "./thread.ts";

export type AskDeps = Omit<AnswerDeps, "model" | "cache" | "integrationNames"> & {
  config: Pick<Config, "model">;
  hub: Pick<Hub, "integrations">;
  /** Aborted when the process is asked to stop. */
  shutdown: AbortSignal;
};

export type Ask = {
  about: AskAbout;
  /**
   * An answer's events. Give up reading, or abort `signal`, and the model is stopped.
   * @throws AppError before the first event: "limited", "thread_full", or "not_found" for an article that is not there.
   */
  answer(input: AskInput, visitor: Visitor, signal: AbortSignal): Promise<AsyncIterable<AnswerEvent>>;
  /** A recorded question once more, on today's articles. */
  replay(replayed: Replayed, signal: AbortSignal): Promise<AnswerEvidence>;
};

/** Ask AI over this hub's articles, with a model where the settings name one. */
export function openAsk(deps: AskDeps): Ask {
  const integrationNames = deps.hub.integrations.map(({ name }) => name);
  const answerDeps: AnswerDeps = {
    ...deps,
    integrationNames,
    model: openModel(deps),
    cache: createAnswerCache(deps.config.model?.cachedAnswers),
  };
  const streams = countStreams(STREAMS);
  return {
    about: describeMode(deps.config.model),
    async answer(input, { id: visitorKey, ipKey }, signal) {
      if (input.articleId && !deps.knowledge.current().articles.has(input.articleId))
        throw new AppError("not_found", `There is no article "${input.articleId}".`);
      await takeQuestion(deps, ipKey);
      const thread = await survive(deps.log, openThread(deps.db, input.thread), newThread);
      const close = streams.open(ipKey);
      const asked = { ...input, thread, visitorKey, ipKey, signal: AbortSignal.any([signal, deps.shutdown]) };
      return closing(answerQuestion(answerDeps, asked), close);
    },
    replay: (replayed, signal) => replayAnswer(answerDeps, replayed, AbortSignal.any([signal, deps.shutdown])),
  };
}

function openModel({ config, ...deps }: AskDeps): AnswerDeps["model"] {
  const settings = config.model;
  if (!settings) return null;
  const stream = createModelStream(settings);
  const spend = openBudget(deps, settings.budget);
  return {
    name: settings.name,
    openFor: (ipKey) => ({ stream, ...spend(ipKey) }),
  };
}

function describeMode(model: Config["model"]): AskAbout {
  if (!model) return { mode: "extractive", provider: null };
  const { host, hostname } = new URL(model.baseUrl);
  const staysHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return { mode: "model", provider: staysHere ? null : host };
}

async function* closing<T>(events: AsyncIterable<T>, close: () => void): AsyncGenerator<T> {
  try {
    yield* events;
  } finally {
    close();
  }
}
