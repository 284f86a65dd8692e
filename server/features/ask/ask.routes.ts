import { Hono } from "hono";
import { accepts } from "hono/accepts";
import { z } from "zod";
import type { Clock } from "#server/core/clock.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe, jsonBody, pathParams } from "#server/core/validate.ts";
import type { Db } from "#db/database.ts";
import { takeAnswerVote } from "./ask.limits.ts";
import { Answer, AnswerVoteInput, AskAbout, AskInput } from "./ask.schema.ts";
import type { Ask } from "./open-ask.ts";
import { voteOnAnswer } from "./record-answer.ts";
import { collectAnswer, streamAnswer } from "./stream.ts";

export type AskRoutesDeps = { db: Db; clock: Clock; ask: Ask; shutdown: AbortSignal };

const AnswerPath = z.object({ answerId: z.string().max(60) });
const EVENTS = "text/event-stream";

/** Questions and their answers, and what readers think of these. */
export const askRoutes = ({ db, clock, ask, shutdown }: AskRoutesDeps) =>
  new Hono<VisitorEnv>()
    .post(
      "/ask",
      describe(
        "Answers from the articles: as events (sources, sentence, done, error) or, with Accept: application/json, as one object",
        { 200: Answer, 409: "The thread is full (`thread_full`): begin a new question, without `thread`" },
      ),
      jsonBody(AskInput),
      async (c) => {
        const events = await ask.answer(c.req.valid("json"), c.get("visitor"), c.req.raw.signal, c.req.raw.headers);
        const wanted = accepts(c, { header: "Accept", supports: [EVENTS, "application/json"], default: EVENTS });
        return wanted === EVENTS ? streamAnswer(c, events, shutdown) : c.json(await collectAnswer(events, shutdown));
      },
    )
    .get("/ask/about", describe("Who answers, and who reads the questions", { 200: AskAbout }), async (c) =>
      c.json(await ask.about()),
    )
    .post(
      "/answers/:answerId/vote",
      describe("Says whether an answer helped; a second vote changes the first", { 204: "Counted" }),
      pathParams(AnswerPath),
      jsonBody(AnswerVoteInput),
      async (c) => {
        await takeAnswerVote({ db, clock }, c.get("visitor").ipKey);
        await voteOnAnswer({ db, clock }, c.req.valid("param").answerId, c.req.valid("json"));
        return c.body(null, 204);
      },
    );
