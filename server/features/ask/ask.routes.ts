import { Hono } from "hono";
import { accepts } from "hono/accepts";
import { z } from "zod";
import type { Config } from "#server/core/config.ts";
import type { Hub } from "#content/schema.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { describe, jsonBody, pathParams } from "#server/core/validate.ts";
import { answerQuestion, type AnswerDeps } from "./answer-question.ts";
import { createStreamCounter, takeQuestion, takeTokens } from "./ask.limits.ts";
import { Answer, AnswerVoteInput, AskAbout, AskInput } from "./ask.schema.ts";
import { createModelStream } from "./model/stream-model.ts";
import { voteOnAnswer } from "./record-answer.ts";
import { collectAnswer, streamAnswer } from "./stream.ts";

export type AskDeps = Omit<AnswerDeps, "model" | "integrationNames"> & {
  config: Pick<Config, "model">;
  hub: Pick<Hub, "integrations">;
  shutdown: AbortSignal;
};

const AnswerPath = z.object({ answerId: z.string().max(60) });
const EVENTS = "text/event-stream";

/** Questions and their answers, and what readers think of these. */
export function askRoutes(deps: AskDeps) {
  const { db, knowledge, shutdown } = deps;
  const answerDeps = {
    ...deps,
    integrationNames: deps.hub.integrations.map(({ name }) => name),
    model: openModel(deps),
  };
  const streams = createStreamCounter();
  return new Hono<VisitorEnv>()
    .post(
      "/ask",
      describe(
        "Answers a question from the articles: as server-sent events (sources, sentence, done, error) or, with Accept: application/json, as one object",
        { 200: Answer },
      ),
      jsonBody(AskInput),
      async (c) => {
        const input = c.req.valid("json");
        if (input.articleId && !knowledge.current().articles.has(input.articleId))
          throw new AppError("not_found", `There is no article "${input.articleId}".`);
        const { id: visitorKey, ipKey } = c.get("visitor");
        await takeQuestion(deps, ipKey);
        const close = streams.open(ipKey);
        const signal = AbortSignal.any([c.req.raw.signal, shutdown]);
        const events = closing(answerQuestion(answerDeps, { ...input, visitorKey, signal }), close);
        const wanted = accepts(c, { header: "Accept", supports: [EVENTS, "application/json"], default: EVENTS });
        return wanted === EVENTS ? streamAnswer(c, events, shutdown) : c.json(await collectAnswer(events));
      },
    )
    .get("/ask/about", describe("Who answers, and who reads the questions", { 200: AskAbout }), (c) =>
      c.json(describeMode(deps.config.model)),
    )
    .post(
      "/answers/:answerId/vote",
      describe("Says whether an answer helped; a second vote changes the first", { 204: "Counted" }),
      pathParams(AnswerPath),
      jsonBody(AnswerVoteInput),
      async (c) => {
        await voteOnAnswer(db, c.req.valid("param").answerId, c.req.valid("json"));
        return c.body(null, 204);
      },
    );
}

function openModel({ config, ...deps }: AskDeps): AnswerDeps["model"] {
  const settings = config.model;
  return (
    settings && {
      stream: createModelStream(settings),
      takeTokens: (tokens) => takeTokens(deps, settings.tokensPerDay, tokens),
    }
  );
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
