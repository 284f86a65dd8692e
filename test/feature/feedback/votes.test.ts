import { describe, expect, test } from "vitest";
import { votes } from "#db/schema/feedback.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub, sessionCookie } from "#test/support/hub.ts";
import { withForm, withJson } from "#test/support/request.ts";

let now = new Date("2026-11-23T09:00:00Z");
const { app, db } = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => now } });
const articleId = "integrations/connect-your-crm";
const ORIGIN = "http://localhost:4321";

const send = (body: unknown, cookie = "") =>
  app.request("/api/votes", withJson("POST", body, { origin: ORIGIN, ...(cookie && { cookie }) }));
const nextDay = () => (now = new Date(now.getTime() + 86_400_000));
const stored = async () => {
  const rows = await db.select().from(votes);
  await db.delete(votes);
  return rows;
};

describe("a vote", () => {
  test("is counted, and marks the browser with a cookie of its own", async () => {
    const response = await send({ articleId, answered: true, reason: "solved" });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: expect.stringMatching(/^vote_/), changed: false });
    expect(response.headers.get("set-cookie")).toMatch(/^handrail_visitor=[\w-]{22};.*HttpOnly.*SameSite=Lax/);
    expect(await stored()).toMatchObject([
      { articleId, answered: true, reason: "solved", contentHash: "0123456789abcdef" },
    ]);
  });

  test("is changed by the next one of the same visitor on the same article", async () => {
    const first = await send({ articleId, answered: true, comment: "Nice" });
    const cookie = sessionCookie(first);
    const second = await send({ articleId, answered: false, reason: "missing" }, cookie);
    expect(second.headers.get("set-cookie")).toBeNull();
    const { id } = (await first.json()) as { id: string };
    expect(await second.json()).toEqual({ id, changed: true });
    expect(await stored()).toMatchObject([{ answered: false, reason: "missing", comment: null }]);
  });

  test("keeps its reason and comment when the same answer is given again without", async () => {
    const cookie = sessionCookie(await send({ articleId, answered: false }));
    await send(
      { articleId, answered: false, reason: "missing", comment: "The sandbox", email: "a@example.com" },
      cookie,
    );
    await send({ articleId, answered: false }, cookie);
    expect(await stored()).toMatchObject([
      { answered: false, reason: "missing", comment: "The sandbox", email: "a@example.com" },
    ]);
  });

  test("is one, however many arrive at once", async () => {
    nextDay();
    const cookie = sessionCookie(await send({ articleId, answered: true }));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => send({ articleId, answered: i % 2 === 0 }, cookie)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
    expect(new Set(ids).size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });

  test("on an article that there is not is a 404, stores nothing and marks nobody", async () => {
    const response = await send({ articleId: "integrations/nothing-here", answered: true });
    expect(response.status).toBe(404);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await stored()).toEqual([]);
  });

  test.each([
    [{ articleId, answered: "perhaps" }, "answered"],
    [{ articleId: "../etc/passwd", answered: true }, "articleId"],
    [{ articleId, answered: true, reason: "boring" }, "reason"],
    [{ articleId, answered: true, reason: "missing" }, "reason"],
    [{ articleId, answered: true, comment: "x".repeat(2001) }, "comment"],
    [{ articleId, answered: true, email: "not an address" }, "email"],
  ])("of the wrong form is a 400 that names the field: %j", async (body, field) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [expect.objectContaining({ field })] });
  });

  test("is limited an article and address, so that one machine cannot decide", async () => {
    nextDay();
    const answers = [];
    for (let i = 0; i < 31; i++) answers.push(await send({ articleId, answered: false }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(201), 429]);
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
    await stored();
  });
});

describe("a vote without script", () => {
  const post = (fields: Record<string, string>, cookie = "") =>
    app.request("/votes/", withForm(fields, { origin: ORIGIN, ...(cookie && { cookie }) }));
  const other = "syncing/contacts-not-syncing";

  test("counts, and the page says so, asks for a reason and offers to change it", async () => {
    nextDay();
    const response = await post({ articleId: other, answered: "no", comment: "", email: "" });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain("Your answer counts: No.");
    expect(page).toContain('value="hard_to_follow"');
    expect(page).toContain("Change it to Yes");
    expect(page).toContain(`/contact/?article=${other}`);
    await post(
      { articleId: other, answered: "no", reason: "missing", comment: "<b>Bold</b>" },
      sessionCookie(response),
    );
    expect(await stored()).toMatchObject([{ answered: false, reason: "missing", comment: "<b>Bold</b>" }]);
  });

  test("leaves out a reason that belongs to the other answer", async () => {
    await post({ articleId: other, answered: "yes", reason: "missing" });
    expect(await stored()).toMatchObject([{ answered: true, reason: null }]);
  });

  test("with the hidden field filled in is refused and counts nothing", async () => {
    const response = await post({ articleId: other, answered: "yes", website: "https://spam.example.com" });
    expect(response.status).toBe(422);
    expect(await stored()).toEqual([]);
  });
});
