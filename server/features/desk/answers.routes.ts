import { Hono } from "hono";
import { z } from "zod";
import type { StaffEnv } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { takeLimit } from "#server/limits/limits.ts";
import type { Db } from "#db/database.ts";
import { AnswerEvidence, ReplayInput } from "../ask/ask.schema.ts";
import { AnswerDetail, AnswerList, AnswerQuery } from "./answers.schema.ts";
import { listAnswers } from "./list-answers.ts";
import type { FindArticle } from "./link-article.ts";
import { readAnswer } from "./read-answer.ts";

type Replayed = ReplayInput & { answerId: string; spender: string };
export type DeskAnswersDeps = {
  db: Db;
  clock: Clock;
  findArticle: FindArticle;
  /** Asks a recorded question again; app.ts hands it in. `spender`: whose model answers it counts as. */
  replay: (replayed: Replayed, signal: AbortSignal) => Promise<AnswerEvidence>;
};

const AnswerPath = z.object({ id: z.string().max(60) });

/** What was answered, and why. For staff: whoever mounts it guards it. */
export const deskAnswerRoutes = ({ db, clock, findArticle, replay }: DeskAnswersDeps) =>
  new Hono<StaffEnv>()
    .get("/", describe("List answers", { 200: AnswerList }), queryParams(AnswerQuery), async (c) =>
      c.json(await listAnswers(db, c.req.valid("query"))),
    )
    .get(
      "/:id",
      describe("Read an answer, and why it said that", { 200: AnswerDetail }),
      pathParams(AnswerPath),
      async (c) => c.json(await readAnswer(db, findArticle, c.req.valid("param").id)),
    )
    .post(
      "/:id/replay",
      describe("Ask the same again, on today's articles; nothing is recorded", { 200: AnswerEvidence }),
      pathParams(AnswerPath),
      jsonBody(ReplayInput),
      async (c) => {
        const staff = `desk-${c.get("staff").id}`;
        await takeLimit(db, clock, { key: `replay:${staff}`, limit: 30, windowSeconds: 60 });
        const replayed = { ...c.req.valid("json"), answerId: c.req.valid("param").id, spender: staff };
        return c.json(await replay(replayed, c.req.raw.signal));
      },
    );
