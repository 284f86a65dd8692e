import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { webhooks } from "#db/schema/api.ts";
import { audit } from "#db/schema/audit.ts";
import { user } from "#db/schema/auth.ts";
import { mentions } from "#db/schema/cases.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { CaseContext, StaffList } from "#server/features/desk/case-content.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { putCase } from "#test/support/cases.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { openDesk } from "#test/support/staff.ts";

const env = { PUBLIC_URL: "https://help.example.com", SMTP_URL: "smtp://127.0.0.1:9" };
const hub = await openTestHub({ knowledge: sampleKnowledge, env });
const { db } = hub;
const { read, send } = openDesk(hub, await signInAdmin(hub));
const CONNECT = "integrations/connect-your-crm";
const reply = (id: string, input: object) => send("POST", `cases/${id}/replies`, input);
const note = (id: string, body: string) => send("POST", `cases/${id}/notes`, { body });
const find = async (id: string) => (await db.select().from(escalations).where(eq(escalations.id, id)))[0];
const saidOn = (id: string) => db.select().from(messages).where(eq(messages.escalationId, id));
const mailsOn = (id: string) => db.select().from(outbox).where(eq(outbox.ref, id));
const hook = { id: "hook", url: "http://127.0.0.1:9", secret: "", on: true, madeBy: "Ann", createdAt: new Date() };
const deedsOn = async (id: string) =>
  (await db.select().from(audit).where(eq(audit.objectId, id))).map(({ action }) => action);

async function putStaff(id: string, name: string, change: Partial<typeof user.$inferInsert> = {}): Promise<void> {
  const at = new Date();
  const account = { id, name, email: `${id}@example.com`, emailVerified: true, createdAt: at, updatedAt: at };
  await db.insert(user).values({ ...account, role: "agent", ...change });
}
await putStaff("ann", "Ann");
await putStaff("annlee", "Ann Lee");
await putStaff("barred", "Bert", { banned: true });
await putStaff("writer", "Wanda", { role: "writer" });

test("a reply waits, or solves; the first counts as the first, and who wrote is written down", async () => {
  await putCase(db, "esc_reply");
  expect((await reply("esc_reply", { body: "Soon." })).status).toBe(204);
  expect(await find("esc_reply")).toMatchObject({ state: "waiting", solvedAt: null, version: 2 });
  const first = (await find("esc_reply"))?.firstReplyAt;
  expect(first).toBeInstanceOf(Date);
  await reply("esc_reply", { body: "Done.", solve: true });
  const solved = await find("esc_reply");
  expect(solved).toMatchObject({ state: "solved", firstReplyAt: first });
  expect(solved?.solvedAt).toBeInstanceOf(Date);
  expect(await deedsOn("esc_reply")).toEqual(["case.replied", "case.replied", "case.solved"]);
  expect((await saidOn("esc_reply")).every(({ authorId }) => authorId)).toBe(true);
});

test("a reply to a solved case says that it is open again; one that solves it once more says nothing new", async () => {
  await putCase(db, "esc_again");
  await reply("esc_again", { body: "Done.", solve: true });
  const solvedAt = (await find("esc_again"))?.solvedAt;
  await reply("esc_again", { body: "And this.", solve: true });
  expect((await find("esc_again"))?.solvedAt).toEqual(solvedAt);
  expect((await deedsOn("esc_again")).filter((action) => action === "case.solved")).toHaveLength(1);
  await db.insert(webhooks).values({ ...hook, events: ["case.solved", "case.reopened"] });
  await reply("esc_again", { body: "Not quite." });
  expect(await find("esc_again")).toMatchObject({ state: "waiting", solvedAt: null });
  const told = await db.select().from(outbox).where(eq(outbox.kind, "hook:hook"));
  expect(told.map(({ payload }) => payload)).toMatchObject([{ type: "case.reopened" }]);
  await db.delete(webhooks);
});

test("a form that is sent twenty times at once is one reply and one mail", async () => {
  await putCase(db, "esc_once");
  const form = { body: "Once.", once: "form-number-1", seen: 0 };
  const ends = await Promise.all(Array.from({ length: 20 }, () => reply("esc_once", form)));
  expect(new Set(ends.map(({ status }) => status))).toEqual(new Set([204]));
  expect(await saidOn("esc_once")).toHaveLength(1);
  expect(await mailsOn("esc_once")).toHaveLength(1);
  expect(await find("esc_once")).toMatchObject({ version: 2 });
  const notes = { body: "Once, inside.", once: "form-number-2" };
  await Promise.all([send("POST", "cases/esc_once/notes", notes), send("POST", "cases/esc_once/notes", notes)]);
  expect(await saidOn("esc_once")).toHaveLength(2);
});

test("a reply is held when somebody wrote meanwhile: it shows what, changes nothing, and can be sent anyway", async () => {
  await putCase(db, "esc_held", { state: "open" });
  const written = { id: "msg_customer", escalationId: "esc_held", from: "customer" as const, author: "Ada" };
  await db.insert(messages).values({ ...written, body: "It works now!", createdAt: new Date() });
  const form = { body: "Try again.", once: "form-number-3" };
  const held = await reply("esc_held", { ...form, seen: 0 });
  expect(held.status).toBe(409);
  expect(await held.json()).toMatchObject({ code: "conflict", written: [{ from: "customer", body: "It works now!" }] });
  expect(await find("esc_held")).toMatchObject({ state: "open", version: 1, firstReplyAt: null });
  expect([await saidOn("esc_held"), await mailsOn("esc_held"), await deedsOn("esc_held")].map((l) => l.length)).toEqual(
    [1, 0, 0],
  );
  expect((await reply("esc_held", { ...form, seen: 1 })).status).toBe(204);
  expect(await find("esc_held")).toMatchObject({ state: "waiting" });
});

test("of two agents who saw the same, one reply is sent and the other is held", async () => {
  await putCase(db, "esc_two");
  const ends = await Promise.all([
    reply("esc_two", { body: "Mine.", once: "form-number-4", seen: 0 }),
    reply("esc_two", { body: "Mine too.", once: "form-number-5", seen: 0 }),
  ]);
  expect(ends.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(await saidOn("esc_two")).toHaveLength(1);
});

test("an article whose link stands in a reply has answered the case; both counts can be taken back", async () => {
  await putCase(db, "esc_link");
  const link = "https://help.example.com/articles/integrations/connect-your-crm/#sign-in";
  const elsewhere = "https://evil.example/articles/qualifying/qualify-referrals/";
  await reply("esc_link", { body: `Read this: ${link}. Not ${elsewhere}` });
  const marks = async () => (await read<CaseContext>("cases/esc_link/context")).marks;
  expect(await marks()).toMatchObject([
    { articleId: CONNECT, how: "answered_with", article: { title: "Connect your CRM" } },
  ]);
  const mark = { articleId: CONNECT, how: "should_have" };
  const put = (change: object) => send("PUT", "cases/esc_link/articles", { ...mark, ...change });
  await Promise.all([put({ on: true }), put({ on: true })]);
  expect(await marks()).toHaveLength(2);
  await put({ on: false });
  await put({ on: false, how: "answered_with" });
  await put({ on: false });
  expect(await marks()).toEqual([]);
  expect((await put({ on: true, articleId: "integrations/removed" })).status).toBe(404);
  const unmarked = "case.article_unmarked";
  expect(await deedsOn("esc_link")).toEqual(["case.replied", "case.should_have", unmarked, unmarked]);
});

test("colleagues who see cases can be named, barred ones and writers cannot", async () => {
  const { staff } = await read<StaffList>("staff");
  expect(staff.map(({ name }) => name)).toEqual(["Admin", "Ann", "Ann Lee"]);
  expect(Object.keys(staff[0] ?? {})).toEqual(["id", "name"]);
});

test("who is named in a note gets one mail, and it is seen when they open the case", async () => {
  await putCase(db, "esc_named");
  await note("esc_named", "@ann lee, is this yours? Not @Bert, @Wanda, @Annabel or a@ann.example; I am @Admin.");
  const mails = await mailsOn("esc_named");
  expect(mails.map(({ payload }) => payload)).toMatchObject([
    { to: "annlee@example.com", subject: "[RF-esc_named] Admin names you in a note" },
  ]);
  expect(JSON.stringify(mails[0]?.payload)).toContain("https://help.example.com/desk/?case=esc_named");
  const named = () => db.select().from(mentions).where(eq(mentions.escalationId, "esc_named"));
  expect(await named()).toMatchObject([{ staffId: "annlee", seenAt: null }]);
  expect((await read<CaseContext>("cases/esc_named/context")).mentioned).toBe(false);
  await send("POST", "cases/esc_named/seen");
  expect(await named()).toMatchObject([{ seenAt: null }]);
  const [admin] = (await read<StaffList>("staff")).staff;
  await db.update(mentions).set({ staffId: admin!.id });
  expect((await read<CaseContext>("cases/esc_named/context")).mentioned).toBe(true);
  await send("POST", "cases/esc_named/seen");
  expect((await named())[0]?.seenAt).toBeInstanceOf(Date);
  expect((await read<CaseContext>("cases/esc_named/context")).mentioned).toBe(false);
});
