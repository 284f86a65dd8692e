import { Hono } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { ensureVisitor } from "#server/core/visitor.ts";
import { castVote, type FeedbackDeps } from "./cast-vote.ts";
import { countSignal } from "./count-signal.ts";
import { takeSignal } from "./feedback.limits.ts";
import { SignalInput, VoteInput, VoteReceipt } from "./feedback.schema.ts";

/** What articles are judged by: votes, one a visitor and article, and anonymous daily counts. */
export const feedbackRoutes = (deps: FeedbackDeps) =>
  new Hono<VisitorEnv>()
    .post(
      "/votes",
      describe("Says whether an article answered the question; a second vote changes the first", { 201: VoteReceipt }),
      jsonBody(VoteInput),
      async (c) => {
        const voter = { ipKey: c.get("visitor").ipKey, ensureId: () => ensureVisitor(c) };
        return c.json(await castVote(deps, voter, c.req.valid("json")), 201);
      },
    )
    .post(
      "/signals",
      describe("Counts a view or a step, without id or cookie; with Sec-GPC: 1 nothing is counted", { 204: "Heard" }),
      jsonBody(SignalInput),
      async (c) => {
        if (c.req.header("sec-gpc") === "1") return c.body(null, 204);
        await takeSignal(deps, c.get("visitor").ipKey);
        await countSignal(deps, c.req.valid("json"));
        return c.body(null, 204);
      },
    );
