import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeRetention, retentionOf } from "#content/retention.ts";
import { attachmentContents, attachments } from "#db/schema/attachments.ts";
import { audit } from "#db/schema/audit.ts";
import { voteTallies } from "#db/schema/articles.ts";
import { answers } from "#db/schema/ask.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { cleanings } from "#db/schema/retention.ts";
import { toPath } from "#db/to-path.ts";
import { cleanUp } from "#server/clean-up.ts";
import { openTestHub } from "#test/support/hub.ts";

const { app, deps, db } = await openTestHub({
  hub: { retentionDays: 30, retention: { cases: 100, votes: 50, attachments: 40, audit: 60 } },
});
const now = new Date("2026-11-23T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const clean = () => cleanUp({ db, clock: { now: () => now }, hub: deps.hub });

async function putCase(id: string, state: "open" | "solved", age: number, message = "Help"): Promise<void> {
  const at = daysAgo(age);
  const sent = { email: "a@example.com", message, trail: [], version: 1, createdAt: at, updatedAt: at };
  await db.insert(escalations).values({ id, reference: id, receiptHash: id, receiptExpiresAt: at, state, ...sent });
  await db.insert(messages).values({ id, escalationId: id, from: "customer", author: "A", body: "b", createdAt: at });
  const file = { escalationId: id, from: "customer", name: "a.txt", mediaType: "text/plain", size: 1 } as const;
  await db.insert(attachments).values({ ...file, id, sha256: "s", createdAt: at });
  await db.insert(attachmentContents).values({ attachmentId: id, content: new Uint8Array([1]) });
}

const idsIn = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id).sort();

test("each kind goes after its own days; open cases stay, and the counts of votes", async () => {
  for (const age of [39, 41, 99, 101]) {
    await putCase(`open-${age}`, "open", age);
    await putCase(`solved-${age}`, "solved", age);
  }
  for (const age of [49, 51]) {
    const vote = { visitorId: `v${age}`, articleId: "t/one", answered: false, createdAt: daysAgo(age) };
    await db.insert(votes).values({ ...vote, id: `vote-${age}`, updatedAt: daysAgo(age) });
  }
  await db
    .insert(voteTallies)
    .values({ articleId: "t/one", contentHash: "h", day: "2020-01-01", answered: false, reason: "", count: 7 });
  for (const age of [59, 61])
    await db.insert(audit).values({
      id: `aud-${age}`,
      at: daysAgo(age),
      staffId: "s",
      staffName: "S",
      action: "case.solved",
      kind: "case",
    });
  await clean();
  const kept = ["open-101", "open-39", "open-41", "open-99", "solved-39", "solved-41", "solved-99"];
  expect(await idsIn(db.select({ id: escalations.id }).from(escalations).then())).toEqual(kept);
  expect(await idsIn(db.select({ id: messages.id }).from(messages).then())).toEqual(kept);
  const files = ["open-101", "open-39", "open-41", "open-99", "solved-39"];
  expect(await idsIn(db.select({ id: attachments.id }).from(attachments).then())).toEqual(files);
  expect(await idsIn(db.select({ id: attachmentContents.attachmentId }).from(attachmentContents).then())).toEqual(
    files,
  );
  expect(await idsIn(db.select({ id: votes.id }).from(votes).then())).toEqual(["vote-49"]);
  expect(await db.select().from(voteTallies)).toHaveLength(1);
  expect(await idsIn(db.select({ id: audit.id }).from(audit).then())).toEqual(["aud-59"]);
});

test("three processes that clean at once delete each row once, and count it once", async () => {
  const words = { question: "q", questionKey: "q", verdict: "unanswered", mode: "extractive" } as const;
  const rows = Array.from({ length: 1203 }, (_, n) => ({ id: `old-${n}`, threadId: `${n}`, ...words }));
  for (let at = 0; at < rows.length; at += 100)
    await db
      .insert(answers)
      .values(rows.slice(at, at + 100).map((row) => ({ ...row, sentences: [], sources: [], createdAt: daysAgo(31) })));
  await Promise.all([clean(), clean(), clean()]);
  expect(await db.$count(answers)).toBe(0);
  const done = await db.select().from(cleanings);
  expect(done.find(({ kind }) => kind === "questions")).toMatchObject({ deleted: 1203, day: "2026-11-23" });
  expect(done.find(({ kind }) => kind === "votes")).toMatchObject({ deleted: 1, cleanedAt: now });
});

test("the privacy page says the same days as the clean-up keeps", async () => {
  const page = (await (await app.request("/privacy/")).text()).replace(/\s+/g, " ");
  for (const { title, days } of describeRetention(deps.hub))
    expect(page).toMatch(new RegExp(`<strong>${title}</strong>[^<]*: ${days} days\\.`));
});

test("retentionDays is the default of what it always meant, and files go no later than their cases", () => {
  const { outbox, questions, searches, cases, attachments: files } = retentionOf({ retentionDays: 12, retention: {} });
  expect([outbox, questions, searches]).toEqual([12, 12, 12]);
  expect([cases, files]).toEqual([730, 730]);
  expect(retentionOf({ retentionDays: 12, retention: { cases: 30, searches: 5 } })).toMatchObject({
    attachments: 30,
    searches: 5,
  });
});

// PostgreSQL's files are its own.
if (deps.config.databaseUrl.startsWith("file:"))
  test("words of a case that is over are not left in SQLite's index of cases", async () => {
    for (let n = 0; n < 30; n++) await putCase(`late-${n}`, "open", n, `word${n} other${n}`);
    await putCase("over", "solved", 101, "Forgetmenot");
    for (let n = 0; n < 30; n++) await putCase(`later-${n}`, "open", n, `thing${n}`);
    const inFile = () => readFileSync(toPath(deps.config.databaseUrl), "latin1").toLowerCase();
    await clean();
    await db.close();
    expect(inFile()).toContain("word17");
    expect(inFile()).not.toContain("forgetmenot");
  });
