import { expect, test } from "vitest";
import { attachments } from "#db/schema/attachments.ts";
import type { CaseChanged, CaseChangesMade } from "#server/features/desk/cases.schema.ts";
import type { CaseList } from "#server/features/desk/desk.schema.ts";
import { closeOnReceipt, replyOnReceipt } from "#server/features/escalation/answer-receipt.ts";
import { forgetAttachments, forgetCases } from "#server/features/privacy/forget-old.ts";
import type { Report } from "#server/features/reports/reports.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openMailHub } from "#test/support/mail-hub.ts";
import { openMerging } from "#test/support/merging.ts";

let now = new Date("2026-11-23T09:00:00Z");
const mailHub = await openMailHub({ knowledge: sampleKnowledge, clock: { now: () => now } });
const { db, deps } = mailHub;
const { desk, change, file, rowOf, told } = await openMerging(mailHub);
const list = (query = "") => desk.read<CaseList>(`cases${query}`);
const idsOf = ({ cases }: CaseList) => cases.map(({ id }) => id);

test("junk stands in its own list alone, whatever its state is, and undo puts it back as it was", async () => {
  const real = await file("Nothing arrives.");
  const junk = await file("Buy pills, cheap.", "spam@example.com");
  await change(junk.id, { snoozedUntil: "2026-11-30T09:00:00Z" });
  // the route's own shape
  const made = (await change(junk.id, { junk: true })).body as CaseChanged;
  expect(made.undo).toEqual({ id: junk.id, version: 3, junk: false });
  const all = await list();
  expect([idsOf(all), all.counts]).toMatchObject([[real.id], { new: 1, all: 1, snoozed: 0, junk: 1, nobody: 1 }]);
  expect(idsOf(await list("?q=pills"))).toEqual([]);
  expect(idsOf(await list("?sort=waiting"))).toEqual([real.id]);
  expect(idsOf(await list("?snoozed=yes"))).toEqual([]);
  const shown = await list("?junk=yes&q=pills");
  expect([idsOf(shown), shown.counts]).toMatchObject([[junk.id], { new: 0, junk: 1, nobody: 1, anybody: 1 }]);
  expect(shown.cases).toMatchObject([{ state: "new", junkAt: now.toISOString() }]);
  await desk.send("POST", "case-changes", { changes: [made.undo] });
  expect((await list()).counts).toMatchObject({ all: 1, snoozed: 1, junk: 0 });
});

test("it is told to nobody, and more of the same wakes nobody; the address itself may write", async () => {
  const junk = await file("Buy more pills.", "pills@example.com");
  const before = await told(junk.id);
  await change(junk.id, { junk: true });
  now = new Date("2026-11-23T10:00:00Z");
  await replyOnReceipt(deps, junk.secret, { body: "And more", once: "1234567890", files: [] });
  await closeOnReceipt(deps, junk.secret);
  expect(await told(junk.id)).toEqual(before);
  expect(await rowOf(junk.id)).toMatchObject({ state: "solved", junkAt: expect.any(Date), version: 4 });
  const next = await file("My import fails, this time really.", "pills@example.com");
  expect(idsOf(await list("?q=import"))).toEqual([next.id]);
});

test("it is in no figure, a merged case neither, and in no list of cases that are alike", async () => {
  const report = () => desk.read<Report>("reports?from=2026-11-23&to=2026-11-23");
  const junk = await file("The calendar link is broken for a week.", "cal@example.com");
  const like = await file("The calendar link is broken for a week again.", "like@example.com");
  const near = async () => (await desk.read<{ similar: { id: string }[] }>(`cases/${like.id}/context`)).similar;
  const before = await report();
  expect((await near()).map(({ id }) => id)).toContain(junk.id);
  await change(junk.id, { junk: true });
  expect((await near()).map(({ id }) => id)).not.toContain(junk.id);
  const cases = (of: Report) => of.cases.byDay.reduce((sum, day) => sum + day.cases, 0);
  expect(cases(await report())).toBe(cases(before) - 1);
  const again = await file("The calendar link is broken still.", "like@example.com");
  await change(again.id, { mergedInto: like.id });
  expect(cases(await report())).toBe(cases(before) - 1);
});

test("whoever solves or answers it takes it for a request; many are junk at once", async () => {
  const one = await file("Is this junk?", "one@example.com");
  const two = await file("Is that junk?", "two@example.com");
  const changes = [one, two].map(({ id }) => ({ id, version: 1, junk: true }));
  // the route's own shape
  const made = (await (await desk.send("POST", "case-changes", { changes })).json()) as CaseChangesMade;
  expect(made.changed).toHaveLength(2);
  await desk.send("POST", `cases/${one.id}/replies`, { body: "It is not." });
  expect(await rowOf(one.id)).toMatchObject({ junkAt: null, state: "waiting" });
  const solved = (await change(two.id, { state: "solved" })).body as CaseChanged;
  expect(await rowOf(two.id)).toMatchObject({ junkAt: null, state: "solved" });
  await desk.send("POST", "case-changes", { changes: [solved.undo] });
  expect(await rowOf(two.id)).toMatchObject({ junkAt: expect.any(Date), state: "new" });
});

const fileOf = (id: string, escalationId: string) => ({
  ...{ id, escalationId, from: "customer" as const, name: `${id}.txt`, mediaType: "text/plain", size: 1, sha256: id },
  createdAt: new Date("2026-11-23T09:00:00Z"),
});

test("it is kept no longer than a solved one; a merged case goes with the one that it goes on in", async () => {
  const first = await file("Nothing arrives at all.", "keep@example.com");
  const second = await file("Still nothing arrives.", "keep@example.com");
  const junk = await file("Buy even more pills.", "even@example.com");
  await change(second.id, { mergedInto: first.id });
  await change(junk.id, { junk: true });
  now = new Date("2027-11-23T10:00:00Z");
  await db
    .insert(attachments)
    .values(["first", "second", "junk"].map((id, at) => fileOf(id, [first, second, junk][at]!.id)));
  await forgetAttachments(db, now);
  expect((await db.select().from(attachments)).map(({ id }) => id).toSorted()).toEqual(["first", "second"]);
  await forgetCases(db, now);
  await expect(rowOf(junk.id)).rejects.toThrow();
  expect(await rowOf(second.id)).toMatchObject({ mergedInto: first.id });
  await change(first.id, { state: "solved" });
  await forgetAttachments(db, now);
  expect(await db.select().from(attachments)).toEqual([]);
  await forgetCases(db, new Date(now.getTime() + 1));
  for (const { id } of [first, second]) await expect(rowOf(id)).rejects.toThrow();
});
