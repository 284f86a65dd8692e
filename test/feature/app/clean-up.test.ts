import { expect, test } from "vitest";
import { answers, searches } from "#db/schema/ask.ts";
import { connections, oauthStates } from "#db/schema/connections.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { outbox } from "#db/schema/outbox.ts";
import { invites, signInFailures } from "#db/schema/staff.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { cleanUp } from "#server/clean-up.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const now = new Date("2026-11-23T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
const ages = [0, 29, 31];

test("what is older than the hub keeps it is gone, what is not stays, what waits stays as long as its channel is on", async () => {
  for (const age of ages) {
    const [id, at] = [`${age}`, daysAgo(age)];
    const words = { question: "q", questionKey: "q", verdict: "unanswered", mode: "extractive" } as const;
    await db.insert(answers).values({ id, threadId: id, ...words, sentences: [], sources: [], createdAt: at });
    await db.insert(searches).values({ text: id, day: id, results: 0, count: 1, firstAt: at, lastAt: at });
    await db.insert(idempotencyKeys).values({ scope: "s", key: id, requestHash: "h", createdAt: at });
    const parcel = { kind: "email", payload: {}, attempts: 1, nextAt: at, createdAt: at };
    await db
      .insert(outbox)
      .values({ id: `sent-${age}`, dedupeKey: `sent-${age}`, ...parcel, state: "sent", sentAt: at });
    await db.insert(outbox).values({ id: `dead-${age}`, dedupeKey: `dead-${age}`, ...parcel, state: "dead" });
    // nobody has looked at it since: its channel was turned off
    await db.insert(outbox).values({ id: `off-${age}`, dedupeKey: `off-${age}`, ...parcel, state: "waiting" });
    const tried = { ...parcel, nextAt: now, state: "waiting" } as const;
    await db.insert(outbox).values({ id: `tried-${age}`, dedupeKey: `tried-${age}`, ...tried });
  }
  await cleanUp({ db, clock: { now: () => now }, hub: { retentionDays: 30, retention: {} } });
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id).sort();
  expect(await ids(db.select({ id: answers.id }).from(answers).then())).toEqual(["0", "29"]);
  expect(await ids(db.select({ id: searches.text }).from(searches).then())).toEqual(["0", "29"]);
  expect(await ids(db.select({ id: idempotencyKeys.key }).from(idempotencyKeys).then())).toEqual(["0"]);
  expect(await ids(db.select({ id: outbox.id }).from(outbox).then())).toEqual([
    "dead-0",
    "dead-29",
    "off-0",
    "off-29",
    "sent-0",
    "sent-29",
    "tried-0",
    "tried-29",
    "tried-31",
  ]);
});

test("counts of failed sign-ins go after a day, invitations a month after they ran out", async () => {
  const invited = { role: "agent", invitedBy: "Ada", createdAt: daysAgo(40) };
  for (const age of ages) {
    const [id, at] = [`${age}`, daysAgo(age)];
    await db.insert(signInFailures).values({ who: id, hour: at, count: 1 });
    await db.insert(invites).values({ id, email: id, tokenHash: id, expiresAt: at, ...invited });
  }
  await cleanUp({ db, clock: { now: () => now }, hub: { retentionDays: 30, retention: {} } });
  expect((await db.select().from(signInFailures)).map(({ who }) => who)).toEqual(["0"]);
  expect((await db.select().from(invites)).map(({ id }) => id).sort()).toEqual(["0", "29"]);
});

test("however many phrases of gaps are too old, all of them go, and a gap's sums are of what is left", async () => {
  const gap = { id: "gap", title: "Fax", named: false, state: "open", count: 1201, questions: 0 } as const;
  await db.insert(gaps).values({ ...gap, searches: 1201, lastAt: now, version: 1, createdAt: daysAgo(40) });
  const phrases = Array.from({ length: 1201 }, (_, at) => {
    const lastAt = daysAgo(at === 0 ? 1 : 31);
    const said = { key: `fax ${at}`, text: `Fax ${at}`, kind: "search", results: 0, knowledge: "k" } as const;
    return { id: `phr-${at}`, gapId: gap.id, count: 1, ...said, firstAt: lastAt, lastAt };
  });
  for (let at = 0; at < phrases.length; at += 200) await db.insert(gapPhrases).values(phrases.slice(at, at + 200));
  await cleanUp({ db, clock: { now: () => now }, hub: { retentionDays: 30, retention: {} } });
  expect((await db.select().from(gapPhrases)).map(({ id }) => id)).toEqual(["phr-0"]);
  expect(await db.select().from(gaps)).toMatchObject([{ title: "Fax 0", count: 1, searches: 1, lastAt: daysAgo(1) }]);
});

test("a sign-in at a CRM that nobody came back from is forgotten an hour after it ran out", async () => {
  const connectionId = "con";
  await db.insert(workspaces).values({ id: "ws", name: "Acme", createdAt: now });
  await db.insert(connections).values({
    id: connectionId,
    workspaceId: "ws",
    integration: "hubspot",
    site: "main",
    state: "new",
    grantVersion: 0,
    draft: {},
    version: 0,
    missedChecks: 0,
    toldFailed: false,
    createdAt: now,
    updatedAt: now,
  });
  const begun = { connectionId, workspaceId: "ws", sessionHash: "h", integration: "hubspot", site: "main" };
  for (const [stateHash, minutesAgo] of [
    ["open", -5],
    ["late", 59],
    ["old", 61],
  ] as const) {
    const expiresAt = new Date(now.getTime() - minutesAgo * 60_000);
    await db.insert(oauthStates).values({ ...begun, stateHash, verifier: "v", returnTo: "/", expiresAt });
  }
  await cleanUp({ db, clock: { now: () => now }, hub: { retentionDays: 30, retention: {} } });
  const left = await db.select({ stateHash: oauthStates.stateHash }).from(oauthStates);
  expect(left.map(({ stateHash }) => stateHash).sort()).toEqual(["late", "open"]);
});
