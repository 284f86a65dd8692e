import { describe, expect, test } from "vitest";
import { signals } from "#db/schema/feedback.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

let now = new Date("2026-11-23T23:59:00Z");
const { app, db } = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => now } });
const articleId = "integrations/connect-your-crm";
const contentHash = "0123456789abcdef";

const send = (body: unknown, headers: Record<string, string> = {}) =>
  app.request("/api/signals", withJson("POST", body, headers));
const counted = async () => {
  const rows = await db.select().from(signals);
  await db.delete(signals);
  return rows.map(({ day, kind, stepId, count }) => [day, kind, stepId, count]);
};

describe("signals", () => {
  test("are counts a day, without id or cookie", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ kind: "view", articleId, contentHash })));
    expect(answers.every(({ status }) => status === 204)).toBe(true);
    expect(answers.every(({ headers }) => headers.get("set-cookie") === null)).toBe(true);
    now = new Date("2026-11-24T00:00:01Z");
    await send({ kind: "view", articleId, contentHash });
    await send({ kind: "step_failed", articleId, stepId: "sign-in", contentHash });
    expect((await counted()).sort()).toEqual([
      ["2026-11-23", "view", "", 20],
      ["2026-11-24", "step_failed", "sign-in", 1],
      ["2026-11-24", "view", "", 1],
    ]);
  });

  test("are not counted for who asks not to be (Global Privacy Control)", async () => {
    expect((await send({ kind: "view", articleId, contentHash }, { "sec-gpc": "1" })).status).toBe(204);
    expect(await counted()).toEqual([]);
  });

  test("of a step or version that the article does not have any more are heard and not counted", async () => {
    expect((await send({ kind: "step_done", articleId, stepId: "gone", contentHash })).status).toBe(204);
    expect((await send({ kind: "view", articleId, contentHash: "ffffffffffffffff" })).status).toBe(204);
    expect(await counted()).toEqual([]);
  });

  test("of an article that there is not are a 404", async () => {
    expect((await send({ kind: "view", articleId: "no/article", contentHash })).status).toBe(404);
  });

  test.each([
    [{ kind: "step_done", articleId, contentHash }, "stepId"],
    [{ kind: "view", articleId, stepId: "sign-in", contentHash }, "stepId"],
    [{ kind: "look", articleId, contentHash }, "kind"],
    [{ kind: "view", articleId, contentHash: "short" }, "contentHash"],
  ])("of the wrong form name the field: %j", async (body, field) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [expect.objectContaining({ field })] });
  });

  test("are limited an address", async () => {
    now = new Date("2026-11-25T00:00:00Z");
    const statuses = [];
    for (let i = 0; i < 301; i++) statuses.push((await send({ kind: "view", articleId, contentHash })).status);
    expect(statuses.indexOf(429)).toBe(300);
  });
});
