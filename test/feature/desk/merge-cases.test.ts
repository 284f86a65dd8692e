import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { mentions } from "#db/schema/cases.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CaseChanged } from "#server/features/desk/cases.schema.ts";
import type { CaseContext } from "#server/features/desk/case-content.schema.ts";
import { replyOnReceipt } from "#server/features/escalation/answer-receipt.ts";
import { takeUnread } from "#server/features/escalation/mail-in/watch-mailbox.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { formPoster } from "#test/support/hub.ts";
import { openMailHub } from "#test/support/mail-hub.ts";
import { openMerging } from "#test/support/merging.ts";

let now = new Date("2026-11-23T09:00:00Z");
const pass = (minutes = 10) => (now = new Date(now.getTime() + minutes * 60_000));
const mailHub = await openMailHub({ knowledge: sampleKnowledge, clock: { now: () => now } });
const { imap, hub, db, deps, mailbox } = mailHub;
const { desk, change, file, read, rowOf, told } = await openMerging(mailHub);

/** Two cases of one address; the second one was merged into the first. */
async function merged(email: string) {
  const first = await file("Nothing arrives.", email);
  pass();
  const second = await file("It still does not.", email.toUpperCase());
  pass();
  const { status, body } = await change(second.id, { mergedInto: first.reference });
  expect(status).toBe(200);
  // the route's own shape
  return { first, second, made: body as CaseChanged };
}
const page = async (secret: string) => (await hub.app.request(`/receipts/${secret}`)).text();

test("what both say stands in the one that goes on, in order of time; the other is solved and leads there", async () => {
  const first = await file("Nothing arrives.");
  pass();
  const second = await file("It still does not.");
  pass();
  await desk.send("POST", `cases/${first.id}/notes`, { body: "Asked the vendor" });
  pass();
  await desk.send("POST", `cases/${second.id}/notes`, { body: "Same as before" });
  const before = await told(second.id);
  expect((await change(second.id, { mergedInto: first.id })).status).toBe(200);
  const shown = await read(first.id);
  expect(shown.messages.map(({ body, of }) => [body, of])).toEqual([
    ["It still does not.", second.reference],
    ["Asked the vendor", null],
    ["Same as before", second.reference],
  ]);
  expect(shown).toMatchObject({ state: "new", merged: [{ id: second.id, reference: second.reference }] });
  expect(await read(second.id)).toMatchObject({
    ...{ state: "solved", waitingSince: null, merged: [] },
    mergedInto: { id: first.id, reference: first.reference },
  });
  const notes = await db.select().from(audit).where(eq(audit.at, now));
  expect(notes.map(({ action, objectId, detail }) => [action, objectId, detail?.["is"]])).toEqual(
    expect.arrayContaining([
      ["case.merged", second.id, { mergedInto: first.reference }],
      ["case.joined", first.id, { takenIn: second.reference }],
    ]),
  );
  const later = (await told(second.id)).slice(before.length);
  expect(later.filter(({ mail }) => mail.to === "ann@example.com")).toEqual([]);
});

test("only cases of one address are merged, and none into itself, a merged one, junk, or while others go on in it", async () => {
  const { first, second } = await merged("bea@example.com");
  const third = await file("A third one.", "bea@example.com");
  const other = await file("Of somebody else.", "eve@example.com");
  const refuse = async (id: string, mergedInto: string, says: RegExp) => {
    const { status, body } = await change(id, { mergedInto });
    expect([status, body["detail"]]).toEqual([422, expect.stringMatching(says) as string]);
  };
  await refuse(other.id, first.id, /of another address/);
  await refuse(first.id, other.reference, /of another address/);
  await refuse(third.id, third.id, /the case itself/);
  await refuse(third.id, "RF-0000-000", /no case RF-0000-000/);
  await refuse(third.id, second.id, /itself merged/);
  await refuse(first.id, third.id, /goes on in .* already/);
  await change(first.id, { junk: true });
  await refuse(third.id, first.id, /is junk/);
  expect(await rowOf(third.id)).toMatchObject({ mergedInto: null, state: "new", version: 1 });
  expect(await rowOf(other.id)).toMatchObject({ mergedInto: null, version: 1 });
});

test("it is merged as it was seen, and undo has it stand alone again, with its words", async () => {
  const { first, second, made } = await merged("cleo@example.com");
  const stale = await desk.send("PATCH", `cases/${second.id}`, { version: 1, mergedInto: first.id });
  expect([stale.status, await stale.json()]).toMatchObject([409, { conflict: { did: "merged" } }]);
  pass();
  await desk.send("POST", "case-changes", { changes: [made.undo] });
  expect(await rowOf(second.id)).toMatchObject({ mergedInto: null, state: "new", waitingSince: expect.any(Date) });
  const { messages, version } = await read(first.id);
  expect([messages, version]).toEqual([[], 3]);
});

test("two that are merged into each other at once are merged once", async () => {
  for (const n of [1, 2, 3, 4]) {
    const [one, two] = [
      await file("One of two.", `kim${n}@example.com`),
      await file("Two of two.", `kim${n}@example.com`),
    ];
    const merging = [change(one.id, { mergedInto: two.id }), change(two.id, { mergedInto: one.id })];
    const statuses = (await Promise.all(merging)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, expect.toSatisfy((status) => status === 409 || status === 422)]);
    const rows = [await rowOf(one.id), await rowOf(two.id)];
    expect(rows.filter(({ mergedInto }) => mergedInto)).toHaveLength(1);
  }
});

test("a merged case that is opened again stands alone; undo of that merges it again", async () => {
  const { first, second } = await merged("dora@example.com");
  // the route's own shape
  const { undo } = (await change(second.id, { state: "open" })).body as CaseChanged;
  expect(await read(second.id)).toMatchObject({ state: "open", mergedInto: null });
  await desk.send("POST", "case-changes", { changes: [undo] });
  expect(await read(second.id)).toMatchObject({ state: "solved", mergedInto: { id: first.id } });
});

test("whoever waited for an answer waits in the one that goes on, which opens again for it", async () => {
  const first = await file("Nothing arrives.", "emil@example.com");
  await change(first.id, { state: "solved" });
  pass();
  const second = await file("Not solved at all.", "emil@example.com");
  const since = now;
  pass();
  await change(second.id, { mergedInto: first.id });
  expect(await rowOf(first.id)).toMatchObject({ state: "open", solvedAt: null, waitingSince: since });
});

test("a mail that answers the merged case, or the receipt, comes into the one that goes on, once", async () => {
  const { first, second } = await merged("fred@example.com");
  await change(first.id, { state: "solved" });
  const { replyTo } = (await told(second.id)).find(({ key }) => key.endsWith(":receipt"))!.mail;
  const mail = ["From: fred@example.com", `To: ${replyTo}`, "Message-ID: <late@example.com>", "", "By mail", ""].join(
    "\n",
  );
  pass();
  for (const copy of [mail, mail]) imap.arrive(copy);
  await takeUnread(deps, mailbox);
  pass();
  await replyOnReceipt(deps, second.secret, { body: "On the page", once: "1234567890", files: [] });
  const { messages, state } = await read(first.id);
  expect([state, messages.map(({ body }) => body)]).toEqual(["open", ["It still does not.", "By mail", "On the page"]]);
  expect(await rowOf(second.id)).toMatchObject({ state: "solved" });
  const stale = await desk.send("PATCH", `cases/${first.id}`, { version: 1, priority: "high" });
  expect(await stale.json()).toMatchObject({ conflict: { by: "FRED@EXAMPLE.COM", did: "wrote" } });
  const heard = (await told(first.id)).filter(({ key }) => key.startsWith("msg_"));
  expect(heard.map(({ mail: { text } }) => text)).toEqual([
    expect.stringContaining("By mail") as string,
    expect.stringContaining("On the page") as string,
  ]);
});

test("its receipt leads on by the reference alone, for anybody can name an address", async () => {
  const { first, second } = await merged("gus@example.com");
  await desk.send("POST", `cases/${first.id}/replies`, { body: "Here is the key to it" });
  const shown = await page(second.secret);
  expect(shown).toContain(first.reference);
  expect(shown).toContain("It still does not.");
  expect(shown).not.toMatch(/Here is the key|Nothing arrives|Open it again/);
  expect(shown).not.toContain(first.secret);
  expect(await page(first.secret)).not.toContain("It still does not.");
  // its link is mailed to the address alone
  expect(shown).toContain(`name="reference" value="${first.reference}"`);
  await formPoster(hub)("/receipts/", { reference: first.reference, email: "gus@example.com" });
  const link = (await told(first.id)).find(({ key }) => key.includes(":link:"));
  expect(link?.mail.to).toBe("gus@example.com");
  // were it of another address after all, not even that
  await db.update(escalations).set({ email: "eve@example.com" }).where(eq(escalations.id, second.id));
  expect(await page(second.secret)).not.toContain(first.reference);
});

test("what is kept about an address is exported and erased with both of its cases, and with no other's", async () => {
  const { first, second } = await merged("ivy@example.com");
  const other = await file("Of somebody else.", "jon@example.com");
  const ask = (path: string, input: object) =>
    desk.send("POST", `privacy/${path}`, { address: "ivy@example.com", ...input });
  const exported = (await (await ask("export", {})).json()) as { cases: { id: string; mergedInto: string | null }[] };
  expect(exported.cases.map(({ id, mergedInto }) => [id, mergedInto]).toSorted()).toEqual(
    [
      [first.id, null],
      [second.id, first.id],
    ].toSorted(),
  );
  expect((await ask("erase", { confirm: "ivy@example.com" })).status).toBe(200);
  for (const { id } of [first, second]) await expect(rowOf(id)).rejects.toThrow();
  expect(await rowOf(other.id)).toMatchObject({ version: 1 });
});

test("staff write where it goes on; a note there that names somebody is seen with it, and a reply knows what was read", async () => {
  const { first, second } = await merged("hal@example.com");
  const refused = await desk.send("POST", `cases/${second.id}/replies`, { body: "Too late" });
  expect([refused.status, await refused.json()]).toMatchObject([422, { detail: expect.stringContaining("merged") }]);
  const [{ id: staffId }] = (await desk.read<{ staff: [{ id: string }] }>("staff")).staff;
  const form = new FormData();
  form.append("files", new File(["words"], "words.txt"));
  const headers = { cookie: desk.cookie, origin: deps.config.publicUrl };
  const attach = (id: string) =>
    hub.app.request(`/api/desk/cases/${id}/attachments`, { method: "POST", headers, body: form });
  expect([(await attach(second.id)).status, (await attach(first.id)).status]).toEqual([422, 204]);
  const noted = { id: `msg_${staffId}`, escalationId: second.id, createdAt: now };
  await replyOnReceipt(deps, second.secret, { body: "More", once: "0987654321", files: [] });
  const [message] = (await read(second.id)).messages;
  await db.insert(mentions).values({ ...noted, messageId: message!.id, staffId });
  const context = () => desk.read<CaseContext>(`cases/${first.id}/context`);
  expect((await context()).mentioned).toBe(true);
  await desk.send("POST", `cases/${first.id}/seen`);
  expect((await context()).mentioned).toBe(false);
  expect((await context()).earlier).toMatchObject([{ id: second.id, aside: "merged" }]);
  const late = await desk.send("POST", `cases/${first.id}/replies`, { body: "An answer", seen: 1 });
  expect([late.status, await late.json()]).toMatchObject([409, { written: [{ body: "More" }] }]);
  expect((await desk.send("POST", `cases/${first.id}/replies`, { body: "An answer", seen: 2 })).status).toBe(204);
});
