import { expect, test } from "vitest";
import { eq, inArray } from "drizzle-orm";
import { user } from "#db/schema/auth.ts";
import { answers, searches } from "#db/schema/ask.ts";
import { audit } from "#db/schema/audit.ts";
import { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Answer } from "#server/features/ask/ask.schema.ts";
import type { Report, WeeklySwitch } from "#server/features/reports/reports.schema.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { sendWeekly } from "#server/features/reports/send-weekly.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

let now = new Date("2026-11-23T15:00:00Z"); // a Monday, 17:00 in Johannesburg
const hub = await openTestHub({ clock: { now: () => now }, env: { SMTP_URL: "smtp://127.0.0.1:1" } });
const { app, db, deps } = hub;
const cookie = await signInAdmin(hub);
const get = async <T>(path: string): Promise<T> => {
  const response = await app.request(`/api/desk/reports${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return (await response.json()) as T; // the route's contract
};

type Asked = Partial<typeof answers.$inferInsert>;
const ask = (id: string, createdAt: string, change: Asked = {}) =>
  db.insert(answers).values({
    ...{ id, threadId: id, question: "q", questionKey: "q", verdict: "answered", mode: "extractive" },
    ...{ sentences: [], sources: [], createdAt: new Date(createdAt) },
    ...change,
  });
type Sent = Partial<typeof escalations.$inferInsert>;
const caseOf = (id: string, createdAt: string, change: Sent = {}): typeof escalations.$inferInsert => ({
  ...{ id, reference: id, receiptHash: id, receiptExpiresAt: now, email: `${id}@example.com`, message: "Help me" },
  ...{ trail: [], state: "new", version: 1, createdAt: new Date(createdAt), updatedAt: new Date(createdAt) },
  ...change,
});
const send = (...sent: Parameters<typeof caseOf>) => db.insert(escalations).values(caseOf(...sent));

await ask("yes", "2026-11-20T10:00Z", { helped: true, wentOn: true });
await ask("no", "2026-11-20T10:00Z", { helped: false, verdict: "partial" });
await ask("on", "2026-11-20T10:00Z", { wentOn: true, verdict: "unanswered" });
await ask("gone", "2026-11-20T10:00Z");
await ask("gone-unanswered", "2026-11-20T22:30Z", { verdict: "unanswered" }); // the 21st in Johannesburg
await ask("young", "2026-11-23T09:00Z");
await ask("week before", "2026-11-11T09:00Z");

test("answered, confirmed and abandoned are three figures, and what became of questions adds up", async () => {
  const { questions, from, to, before } = await get<Report>("?days=7");
  expect([from, to, before.from, before.to]).toEqual(["2026-11-17", "2026-11-23", "2026-11-10", "2026-11-16"]);
  const { asked, confirmed, disliked, wentOn, early, abandoned } = questions.total;
  expect(questions.total).toEqual({
    ...{ asked: 6, answered: 4, partial: 1, confirmed: 1, disliked: 1, wentOn: 1, early: 1, abandoned: 2 },
  });
  expect(confirmed + disliked + wentOn + early + abandoned).toBe(asked);
  expect(questions.before).toMatchObject({ asked: 1, abandoned: 1, confirmed: 0 });
  expect(questions.byDay.map((day) => [day.date.slice(-2), day.asked])).toEqual([
    ...[
      ["17", 0],
      ["18", 0],
      ["19", 0],
      ["20", 4],
      ["21", 1],
      ["22", 0],
      ["23", 1],
    ],
  ]);
});

test("who asks on in a thread, or takes an answer to a person, has not gone away", async () => {
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await app.request(`/api${path}`, withJson("POST", body, { accept: "application/json" }));
    expect(response.ok).toBe(true);
    return (await response.json()) as T; // the route's contract
  };
  const first = await post<Answer>("/ask", { question: "How do I begin?" });
  const second = await post<Answer>("/ask", { question: "And then?", thread: first.thread });
  const sent = await post<Answer>("/ask", { question: "Who helps me?" });
  const item = { at: now.toISOString(), kind: "answer", ref: sent.answerId, title: "Who helps me?" };
  await post("/escalations", { email: "on@example.com", message: "Who helps me?", trail: [item] });
  const rows = await db.select({ id: answers.id, wentOn: answers.wentOn }).from(answers);
  const wentOn = new Map(rows.map((row) => [row.id, row.wentOn]));
  expect([first, second, sent].map(({ answerId }) => wentOn.get(answerId))).toEqual([true, null, true]);
  await db.delete(answers).where(
    inArray(
      answers.id,
      [first, second, sent].map(({ answerId }) => answerId),
    ),
  );
  await db.delete(escalations);
  await db.delete(outbox);
});

test("a span before that is not kept whole is not compared with", async () => {
  const { questions, cases } = await get<Report>("?days=90");
  expect(questions.before).toBeNull();
  expect(cases.before).toBe(0);
});

test("cases count towards the topic that was named, and wait in support hours as in plain ones", async () => {
  // Thursday 16:00Z is 18:00 in Johannesburg, where support closes; Friday 07:00Z is 09:00
  await send("replied", "2026-11-19T15:30Z", { topicId: "syncing", firstReplyAt: new Date("2026-11-20T08:00Z") });
  await send("solved", "2026-11-20T08:00Z", {
    ...{ topicId: "syncing", state: "solved", firstReplyAt: new Date("2026-11-20T14:00Z") },
    solvedAt: new Date("2026-11-20T15:00Z"),
  });
  await send("late", "2026-11-20T08:00Z", { articleId: "gone/article" });
  await send("fresh", "2026-11-23T13:00Z", { topicId: "qualifying" });
  const { cases, times } = await get<Report>("?days=7");
  expect(cases).toMatchObject({ total: 4, before: 0 });
  expect(cases.byTopic.map(({ topicId, cases: count }) => [topicId, count])).toEqual([
    ...[
      ["syncing", 2],
      [null, 1],
      ["qualifying", 1],
      ["integrations", 0],
      ["this-hub", 0],
    ],
  ]);
  expect(times.now).toEqual({
    replied: { support: { n: 2, median: 1.5, p90: null }, plain: { n: 2, median: 6, p90: null } },
    solved: { support: { n: 1, median: 7, p90: null }, plain: { n: 1, median: 7, p90: null } },
    waiting: 2,
    promise: { hours: 4, within: 1, of: 3 },
  });
});

test("searches without a result are counted; those that found too little are not", async () => {
  const at = new Date("2026-11-20T10:00Z");
  const row = { day: "2026-11-20", firstAt: at, lastAt: at };
  await db.insert(searches).values([
    { ...row, text: "brass band", results: 0, count: 3 },
    { ...row, text: "=cmd|' /C calc'!A0", results: 0, count: 1 },
    { ...row, text: "little", results: 1, count: 9 },
  ]);
  const found = await get<Report>("?from=2026-11-20&to=2026-11-20");
  expect(found.searches).toMatchObject({
    total: 4,
    before: 0,
    texts: [{ text: "brass band", times: 3 }, { times: 1 }],
  });
});

const csv = async (path: string) => {
  const response = await app.request(`/api/desk/reports/csv/${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return { text: await response.text(), rows: response.headers.get("x-rows") };
};

test("each table is a CSV with names that stay, and no cell of it is a formula", async () => {
  const heads = await Promise.all(
    ["questions", "cases-by-day", "topics", "times", "searches", "cases"].map(
      async (kind) => (await csv(`${kind}?days=7`)).text.split("\r\n")[0],
    ),
  );
  expect(heads).toEqual([
    '"date","asked","answered","partial","confirmed","disliked","went_on","too_early","abandoned"',
    '"date","cases"',
    '"topic_id","topic","cases"',
    '"what","hours","n","median","p90"',
    '"text","times"',
    '"reference","created_at","state","priority","topic","article","email","name","subject","first_reply_at","solved_at"',
  ]);
  expect((await csv("searches?days=7")).text).toContain(`"'=cmd|' /C calc'!A0",1\r\n`);
  expect((await csv("questions?days=7")).text).toContain('"2026-11-20",4,3,1,1,1,1,0,1\r\n');
});

test("every case of the span is in the file once, in order, and the export is noted", async () => {
  const many = Array.from({ length: 2100 }, (_, n) => `m${String(n).padStart(4, "0")}`);
  for (let at = 0; at < many.length; at += 300) {
    const part = many.slice(at, at + 300);
    await db.insert(escalations).values(part.map((id) => caseOf(id, "2026-10-10T10:00Z", { name: '=1+"1"' })));
  }
  const { text, rows } = await csv("cases?from=2026-10-10&to=2026-10-11&bom=1");
  const lines = text.split("\r\n").slice(1, -1);
  expect(rows).toBe("2100");
  expect(lines.map((line) => line.slice(1, 6))).toEqual(many);
  expect(lines[0]).toContain(`,"'=1+""1""",`);
  const noted = await db.select().from(audit).where(eq(audit.action, "report.exported"));
  expect(noted.at(-1)).toMatchObject({ staffName: "Admin", objectId: "cases", detail: { from: "2026-10-10" } });
});

test("agents alone may ask, and admins alone have it mailed", async () => {
  expect((await app.request("/api/desk/reports")).status).toBe(401);
  expect((await app.request("/api/desk/reports/csv/cases")).status).toBe(401);
  await db.update(user).set({ role: "writer" });
  expect((await app.request("/api/desk/reports", { headers: { cookie } })).status).toBe(403);
  expect((await app.request("/api/desk/reports/csv/cases", { headers: { cookie } })).status).toBe(403);
  await db.update(user).set({ role: "agent" });
  expect((await app.request("/api/desk/reports", { headers: { cookie } })).status).toBe(200);
  expect((await app.request("/api/desk/reports/weekly", { headers: { cookie } })).status).toBe(403);
  await db.update(user).set({ role: "admin" });
});

const switchWeekly = (on: boolean) =>
  app.request("/api/desk/reports/weekly", withJson("PUT", { on }, { cookie, origin: deps.config.publicUrl }));
const weekly = () => sendWeekly({ ...deps, findTopic: () => undefined, listWeakest: async () => [] });
const mails = () => db.select().from(outbox);

test("nobody is mailed who did not ask; who did gets last week's figures once, on Monday from eight", async () => {
  await weekly();
  expect(await mails()).toEqual([]);
  expect(await get<WeeklySwitch>("/weekly")).toEqual({ on: false, mail: true });
  expect(await (await switchWeekly(true)).json()).toEqual({ on: true, mail: true });
  now = new Date("2026-11-23T05:59:59Z");
  await weekly();
  expect(await mails()).toEqual([]);
  now = new Date("2026-11-23T06:00:00Z");
  await Promise.all([weekly(), weekly(), weekly()]);
  await weekly();
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  const { text, subject, to } = (mail ?? {}).payload as Email; // what enqueue was given
  expect([to, subject]).toEqual(["admin@example.com", "Referral Factory support: the week from 2026-11-16"]);
  expect(text).toContain("Confirmed solved: 1 of 5 (week before: 0)");
  expect(text).toContain("Abandoned: 2 of 5");
  expect(text).toContain("/desk/?view=reports&from=2026-11-16&to=2026-11-22");
  expect(text).not.toContain("brass band");
});

test("who turned it off, is no admin any more or is barred gets none; neither does anybody on a Tuesday", async () => {
  now = new Date("2026-12-01T08:00:00Z");
  await weekly();
  now = new Date("2026-11-30T08:00:00Z");
  await db.update(user).set({ banned: true });
  await weekly();
  await db.update(user).set({ banned: false, role: "agent" });
  await weekly();
  await db.update(user).set({ role: "admin" });
  await switchWeekly(false);
  await weekly();
  expect(await mails()).toHaveLength(1);
});
