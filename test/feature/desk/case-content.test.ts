import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { connectionChecks, connections } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import type { ArticleSuggestions, CaseContext, CaseEvidence } from "#server/features/desk/case-content.schema.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { ask } from "#test/support/ask.ts";
import { putCase, putColleague } from "#test/support/cases.ts";
import { signInCustomer } from "#test/support/customer.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { openDesk } from "#test/support/staff.ts";

const hub = await openTestHub({ knowledge: sampleKnowledge, env: { PUBLIC_URL: "https://help.example.com" } });
const { app, db } = hub;
const { read, send } = openDesk(hub, await signInAdmin(hub));
const CONNECT = "integrations/connect-your-crm";
const at = "2026-11-23T08:00:00.000Z";

test("a case says its topic and subject, and what has become of the versions that the customer read", async () => {
  const item = { at, kind: "article" as const, title: "Read it" };
  const trail = [
    { ...item, ref: CONNECT, version: "0123456789abcdef" },
    { ...item, kind: "step" as const, ref: `${CONNECT}#sign-in`, version: "ffff456789abcdef" },
    { ...item, ref: "integrations/removed" },
    { ...item, ref: CONNECT },
    { ...item, kind: "search" as const, ref: "stage" },
  ];
  await putCase(db, "esc_told", { subject: "Stage is gone", topicId: "syncing", trail });
  const shown = await read<CaseDetail>("cases/esc_told");
  expect(shown).toMatchObject({ subject: "Stage is gone", topic: "Contacts and syncing" });
  expect(shown.trail.map(({ now }) => now)).toEqual(["same", "changed", "gone", null, null]);
  expect(shown.trail.map(({ article }) => article !== null)).toEqual([true, true, false, true, false]);
});

test("the answer that a customer got stands in the case, with what has changed since", async () => {
  const { answerId } = await ask(app, { question: "How long does the approval of my Tenant ID take?" });
  const [row] = await db.select().from(answers).where(eq(answers.id, answerId));
  const passages = [{ ...row!.passages![0]!, contentHash: "ffff456789abcdef" }];
  await db.update(answers).set({ passages }).where(eq(answers.id, answerId));
  const item = { at, kind: "answer" as const, title: "Asked" };
  await putCase(db, "esc_answer", { trail: [answerId, "ans_gone"].map((ref) => ({ ...item, ref })) });
  const shown = await read<CaseEvidence>("cases/esc_answer/evidence");
  expect(shown.answers).toMatchObject([{ id: answerId, verdict: "answered", passages: [{ now: "changed" }] }]);
  expect(shown.answers[0]?.sentences.length).toBeGreaterThan(0);
});

test("a check that was sent stands beside the latest one, and says whether it is of the customer's own workspace", async () => {
  await signInCustomer(hub, { email: "ada@example.com" });
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.externalId, "acme"));
  const when = new Date(at);
  const connection = { id: "con_1", workspaceId: workspace!.id, integration: "hubspot", site: "main", draft: {} };
  const counts = { grantVersion: 0, version: 1, missedChecks: 0, toldFailed: false, createdAt: when, updatedAt: when };
  await db.insert(connections).values({ ...connection, ...counts, state: "connected" });
  const fact = { fact: "token", title: "Signed in", code: "ok", seen: "It is.", todo: null, explained: null };
  const check = { connectionId: "con_1", by: "customer" as const };
  const failed = { ...check, at: when, state: "failed" as const, results: [{ ...fact, state: "failed" }] };
  const well = {
    ...check,
    at: new Date("2026-11-23T09:00:00Z"),
    state: "ok" as const,
    results: [{ ...fact, state: "ok" }],
  };
  await db.insert(connectionChecks).values([
    { ...failed, id: "chk_then" },
    { ...well, id: "chk_now" },
  ]);
  const trail = ["check:chk_then", "check:chk_gone", "trace:trc_1"].map((ref) => ({
    at,
    kind: "check" as const,
    ref,
    title: "Checked HubSpot: fails",
  }));
  await putCase(db, "esc_own", { email: "Ada@example.com", trail });
  await putCase(db, "esc_strange", { email: "somebody@example.com", trail });
  const compared = {
    connection: { id: "con_1", workspace: "acme" },
    sent: { id: "chk_then" },
    latest: { id: "chk_now" },
  };
  const own = await read<CaseEvidence>("cases/esc_own/evidence");
  expect(own).toMatchObject({ checks: [{ ...compared, own: true }], connections: [{ id: "con_1", name: "HubSpot" }] });
  const strange = await read<CaseEvidence>("cases/esc_strange/evidence");
  expect(strange).toMatchObject({ checks: [{ ...compared, own: false }], connections: [] });
});

test("beside a case stand others of the same address, whatever its letters, and not the case itself", async () => {
  const email = "twice@example.com";
  await putCase(db, "esc_first", { email: "Twice@Example.com", createdAt: new Date("2026-10-01T09:00:00Z") });
  await putCase(db, "esc_second", { email, createdAt: new Date("2026-10-02T09:00:00Z") });
  await putCase(db, "esc_third", { email });
  const { earlier } = await read<CaseContext>("cases/esc_third/context");
  expect(earlier.map(({ id }) => id)).toEqual(["esc_second", "esc_first"]);
});

test("cases that tell of the same stand beside it, solved ones first, with how many replies they took", async () => {
  await putCase(db, "esc_like_open", { message: "The booking provider of ServiceTitan is refused since the update." });
  await putCase(db, "esc_like_solved", {
    message: "ServiceTitan refuses our booking provider value.",
    state: "solved",
  });
  await putCase(db, "esc_unlike", { message: "Can two people share one referral link?", state: "solved" });
  await send("POST", "cases/esc_like_solved/replies", { body: "Enter it again.", solve: true });
  await putCase(db, "esc_asks", { message: "Bookings fail: ServiceTitan says the provider is refused." });
  const { similar } = await read<CaseContext>("cases/esc_asks/context");
  expect(similar).toMatchObject([
    { id: "esc_like_solved", state: "solved", replies: 1 },
    { id: "esc_like_open", state: "new", replies: 0 },
  ]);
});

test("articles that answer a case stand beside it by section, each with what a reply says of it", async () => {
  await putCase(db, "esc_suggest", { message: "Salesforce says: cannot reference converted lead. What do I do?" });
  const { suggested, verdict } = await read<CaseContext>("cases/esc_suggest/context");
  expect(verdict).toBe("answered");
  expect(suggested[0]).toEqual({
    articleId: "syncing/contacts-not-syncing",
    title: "Contacts do not reach your CRM › Salesforce refuses converted leads",
    url: "/articles/syncing/contacts-not-syncing/#salesforce-refuses-converted-leads",
    link: "Contacts do not reach your CRM › Salesforce refuses converted leads: https://help.example.com/articles/syncing/contacts-not-syncing/#salesforce-refuses-converted-leads",
  });
  expect(new Set(suggested.map(({ articleId }) => articleId)).size).toBe(suggested.length);
  const { suggested: found } = await read<ArticleSuggestions>("suggestions?q=tenant%20id%20approval");
  expect(found[0]).toMatchObject({ articleId: CONNECT, url: expect.stringContaining("#") });
  await putCase(db, "esc_bands", { message: "Which brass bands do you sponsor?" });
  expect((await read<CaseContext>("cases/esc_bands/context")).verdict).toBe("unanswered");
});

test("what staff did to a case stands beside it, the newest first, but for what they wrote", async () => {
  await putColleague(db, "mara", "Mara");
  await putCase(db, "esc_done", {});
  await send("PATCH", "cases/esc_done", { version: 1, ownerId: "mara", tags: ["vip"] });
  await send("POST", "cases/esc_done/notes", { body: "For us." });
  await send("POST", "cases/esc_done/replies", { body: "Enter it again.", solve: true });
  await send("PATCH", "cases/esc_done", { version: 4, ownerId: null });
  const { done } = await read<CaseContext>("cases/esc_done/context");
  expect(done).toMatchObject([
    { did: "assigned", was: { ownerId: "mara" }, is: { ownerId: null } },
    { did: "solved", is: {} },
    { did: "assigned", is: { tags: ["vip"] }, owner: { name: "Mara", isWhoDid: false } },
  ]);
});

test("none of it is there for a case that is not, or for who is not signed in", async () => {
  const paths = ["evidence", "context"];
  const gone = await Promise.all(paths.map((path) => send("GET", `cases/esc_gone/${path}`)));
  expect(gone.map(({ status }) => status)).toEqual([404, 404]);
  const stranger = openDesk(hub, "");
  const refused = await Promise.all([
    ...paths.map((path) => stranger.send("GET", `cases/esc_told/${path}`)),
    stranger.send("PUT", "cases/esc_told/articles", { articleId: CONNECT, how: "should_have", on: true }),
    stranger.send("POST", "cases/esc_told/seen"),
    stranger.send("GET", "saved-replies"),
    stranger.send("GET", "staff"),
    stranger.send("GET", "suggestions?q=tenant"),
  ]);
  expect(refused.map(({ status }) => status)).toEqual(Array(7).fill(401));
});
