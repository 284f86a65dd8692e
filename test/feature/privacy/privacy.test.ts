import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attachmentContents, attachments } from "#db/schema/attachments.ts";
import { answers, searches } from "#db/schema/ask.ts";
import { audit } from "#db/schema/audit.ts";
import { user } from "#db/schema/auth.ts";
import { mentions } from "#db/schema/cases.ts";
import { accessRequests, connectionChecks, connectionEvents, connections } from "#db/schema/connections.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customers, customerSessions, customerVerifications, members, workspaces } from "#db/schema/workspaces.ts";
import { toPath } from "#db/to-path.ts";
import type { PersonErased, PersonFound } from "#server/features/privacy/privacy.schema.ts";
import { dumpDatabase } from "#test/support/dump-database.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub({ env: { SMTP_URL: "smtp://127.0.0.1:1" } });
const { app, db, deps } = hub;
const cookie = await signInAdmin(hub);
const url = deps.config.databaseUrl;
const now = new Date();

/** As they typed it; everything is found in small letters. */
const ADDRESS = "Mira.Quill+hub@Example.org";
const OTHER = "mira.quill@example.org";
const WORDS = [
  "zanzibarquill",
  "quillwords",
  "quillreply",
  "quillfile",
  "quillcomment",
  "quillquestion",
  "quillsearch",
];

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`/api${path}`, withJson("POST", body, headers));
const asAdmin = (path: string, body: unknown) =>
  send(`/desk/privacy/${path}`, body, { cookie, origin: deps.config.publicUrl });

const trailItem = (kind: "answer" | "search" | "trace", ref: string) => ({
  at: now.toISOString(),
  kind,
  ref,
  title: ref,
});
const ask = (id: string, threadId: string, visitorKey: string | null, question: string) =>
  db.insert(answers).values({
    ...{ id, threadId, visitorKey, question, questionKey: question, verdict: "unanswered", mode: "extractive" },
    ...{ sentences: [], sources: [], createdAt: now },
  });

async function leaveTraces(): Promise<string> {
  await ask("ans_sent", "thread", null, "quillquestion sent");
  await ask("ans_after", "thread", null, "quillquestion after it");
  await ask("ans_voter", "voter", "vis_mira", "quillquestion of the voter");
  await ask("ans_other", "other", "vis_other", "somebody else's question");
  const sent = await send(
    "/escalations",
    {
      email: ADDRESS,
      name: "Zanzibarquill",
      message: "quillwords do not sync",
      trail: [trailItem("answer", "ans_sent"), trailItem("search", "  Quillsearch  here")],
    },
    { "idempotency-key": "quillwords-key" },
  );
  const { id } = (await sent.json()) as { id: string };
  await db
    .insert(messages)
    .values({ id: "msg", escalationId: id, from: "note", author: "Support", body: "quillreply", createdAt: now });
  await db.insert(mentions).values({ id: "men", messageId: "msg", escalationId: id, staffId: "s", createdAt: now });
  const file = { name: "quillfile.txt", mediaType: "text/plain", size: 9, sha256: "s", from: "customer" } as const;
  await db.insert(attachments).values({ ...file, id: "att", escalationId: id, createdAt: now });
  await db.insert(attachmentContents).values({ attachmentId: "att", content: Buffer.from("quillfile") });
  const vote = { articleId: "t/one", answered: false, createdAt: now, updatedAt: now };
  await db
    .insert(votes)
    .values({ ...vote, id: "vote", visitorId: "vis_mira", email: ADDRESS, comment: "quillcomment" });
  await db.insert(votes).values({
    ...{ ...vote, articleId: "t/two", id: "vote-too", visitorId: "vis_mira", comment: "quillcomment too" },
  });
  await db.insert(votes).values({ ...vote, id: "vote-other", visitorId: "vis_other", email: OTHER, comment: "stays" });
  const day = { day: "2026-11-20", results: 0, firstAt: now, lastAt: now };
  await db.insert(searches).values([
    { ...day, text: "quillsearch here", count: 1 },
    { ...day, text: "crm", count: 5 },
  ]);
  const counts = { questions: 2, searches: 0, count: 2 };
  const gap = { state: "open", named: false, ...counts, lastAt: now, version: 1, createdAt: now } as const;
  await db.insert(gaps).values([
    { ...gap, id: "gap", title: "quillquestion sent" },
    { ...gap, id: "gap-alone", title: "quillsearch here", count: 1 },
  ]);
  const phrase = { count: 1, knowledge: "k", firstAt: now, lastAt: now };
  const asked = { ...phrase, gapId: "gap", kind: "question" } as const;
  await db.insert(gapPhrases).values([
    { ...asked, id: "p1", key: "quillquestion sent", text: "Quillquestion sent" },
    { ...asked, id: "p2", key: "somebody else's question", text: "Somebody else's question" },
    { ...phrase, id: "p3", gapId: "gap-alone", kind: "search", key: "quillsearch here", text: "quillsearch here" },
  ]);
  return id;
}

async function leaveAccount(): Promise<void> {
  const small = ADDRESS.toLowerCase();
  const stamps = { createdAt: now, updatedAt: now };
  await db.insert(customers).values({ id: "cus", name: "Zanzibarquill", email: small, emailVerified: true, ...stamps });
  await db.insert(workspaces).values([
    { id: "own", externalId: null, name: small, createdAt: now },
    { id: "shared", externalId: "acme", name: "Acme", createdAt: now },
  ]);
  for (const workspaceId of ["own", "shared"]) {
    const joined = { id: `mem-${workspaceId}`, workspaceId, customerId: "cus", createdAt: now, lastSeenAt: now };
    await db.insert(members).values(joined);
    const checks = { missedChecks: 0, toldFailed: false, version: 0, grantVersion: 0 };
    await db.insert(connections).values({
      ...{ id: `con-${workspaceId}`, workspaceId, integration: "hubspot", site: "main", state: "connected" },
      ...{ draft: {}, grant: "s1.grant", ownerEmail: small, ...checks, ...stamps },
    });
    const event = { connectionId: `con-${workspaceId}`, workspaceId, at: now, what: "connected" };
    await db.insert(connectionEvents).values({ ...event, id: `cev-${workspaceId}`, who: small });
  }
  const seen = { id: "chk", connectionId: "con-shared", at: now, state: "failed", by: "hub" } as const;
  await db.insert(connectionChecks).values({ ...seen, results: [{ fact: "account", seen: `${small} may not` }] });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db.insert(customerSessions).values({ id: "ses", token: "secret token", userId: "cus", expiresAt, ...stamps });
  await db
    .insert(customerVerifications)
    .values({ id: "ver", identifier: "hash", value: JSON.stringify({ email: small }), expiresAt, ...stamps });
  await db.insert(accessRequests).values({ id: "acc", integration: "zoho", who: small, email: small, createdAt: now });
  await db.insert(limits).values({ key: `access-request-of:${small}`, until: now.getTime() + 60_000 });
  const parcel = { kind: "email", attempts: 0, nextAt: now, createdAt: now };
  await db.insert(outbox).values([
    {
      ...parcel,
      id: "link",
      dedupeKey: "link",
      state: "waiting",
      payload: { to: small, text: "sign in", link: "s1.sealed" },
    },
    {
      ...parcel,
      id: "told",
      dedupeKey: "told",
      state: "sent",
      sentAt: now,
      payload: { to: "x@y.z", text: `by ${small}` },
    },
    { ...parcel, id: "kept", dedupeKey: "kept", state: "waiting", payload: { to: OTHER, text: "another" } },
  ]);
}

const caseId = await leaveTraces();
await leaveAccount();
await send("/escalations", { email: OTHER, message: "Not the same person", trail: [] });

test("an address leads to everything that is about it, in whatever letters it is typed", async () => {
  const found = (await (await asAdmin("lookup", { address: ADDRESS.toUpperCase() })).json()) as PersonFound;
  expect(found).toMatchObject({ ours: false, namedIn: [], inLog: 0, erasedBefore: [] });
  expect(found.counts).toEqual({
    ...{ cases: 1, messages: 1, attachments: 1, votes: 2, questions: 3, searches: 1, deliveries: 4 },
    ...{ accounts: 1, sessions: 1, workspaces: 1, connections: 6, passing: 3 },
  });
});

test("the export is one JSON file with the words and files, and without secrets", async () => {
  const response = await asAdmin("export", { address: ADDRESS });
  const text = await response.text();
  type Lists = Record<"questions" | "searches" | "gaps" | "workspaces" | "connections" | "checks", unknown[]>;
  const person = JSON.parse(text) as Lists & { cases: { id: string }[]; files: { base64: string }[] };
  expect(person.cases.map(({ id }) => id)).toEqual([caseId]);
  expect(person.questions).toHaveLength(3);
  expect(Buffer.from(person.files[0]?.base64 ?? "", "base64").toString()).toBe("quillfile");
  // whatever the page counts of somebody stands in their file
  const { searches: searched, gaps: asked, workspaces: own, connections: linked, checks } = person;
  expect([searched, asked, own, linked, checks].map(({ length }) => length)).toEqual([1, 2, 1, 2, 1]);
  for (const words of ["Zanzibarquill", "quillwords", "quillreply", "quillcomment", "quillsearch", "sign in"])
    expect(text).toContain(words);
  for (const secret of ["secret token", "receiptHash", "s1.grant", OTHER]) expect(text).not.toContain(secret);
});

test("nothing is erased without the address typed again, nor an address of the hub or of a colleague", async () => {
  expect((await asAdmin("erase", { address: ADDRESS, confirm: OTHER })).status).toBe(400);
  for (const address of ["admin@example.com", deps.hub.support.email])
    expect((await asAdmin("erase", { address, confirm: address })).status).toBe(422);
  expect(await db.$count(escalations)).toBe(2);
});

test("admins alone come near it", async () => {
  await db.update(user).set({ role: "agent" });
  for (const path of ["lookup", "export", "erase"])
    expect((await asAdmin(path, { address: ADDRESS, confirm: ADDRESS })).status).toBe(403);
  expect((await app.request("/api/desk/privacy/retention", { headers: { cookie } })).status).toBe(403);
  await db.update(user).set({ role: "admin" });
  expect((await send("/desk/privacy/lookup", { address: ADDRESS })).status).toBe(401);
});

test("after it is erased no table has the address, the name or a word of it; what is others' is there", async () => {
  const traces = async () =>
    (await dumpDatabase(url)).filter((line) =>
      [ADDRESS, ...WORDS].some((word) => line.toLowerCase().includes(word.toLowerCase())),
    );
  expect((await traces()).length).toBeGreaterThan(30);
  const response = await asAdmin("erase", { address: ADDRESS, confirm: ` ${ADDRESS} ` });
  expect(response.status).toBe(200);
  const erased = (await response.json()) as PersonErased;
  expect(erased.counts.cases).toBe(1);
  expect(await traces()).toEqual([]);

  const left = (await dumpDatabase(url)).join("\n");
  for (const kept of [OTHER, "Not the same person", "somebody else's question", "stays", "Acme"])
    expect(left).toContain(kept);
  expect(await db.select({ id: votes.id }).from(votes)).toHaveLength(3);
  expect(await db.select({ id: outbox.id }).from(outbox).where(eq(outbox.id, "kept"))).toHaveLength(1);
  expect(await db.select({ title: gaps.title, count: gaps.count }).from(gaps)).toEqual([
    { title: "Somebody else's question", count: 1 },
  ]);
});

test("the log says that something was erased, not whose; only the same address finds it again", async () => {
  const [noted] = await db.select().from(audit).where(eq(audit.action, "address.erased"));
  expect(noted).toMatchObject({ staffName: "Admin", detail: { cases: 1, votes: 2 } });
  expect(noted?.objectId).toMatch(/^[0-9a-f]{32}$/);
  const again = (await (await asAdmin("lookup", { address: ADDRESS })).json()) as PersonFound;
  expect(again.erasedBefore).toMatchObject([{ by: "Admin" }]);
  expect(Object.values(again.counts).reduce((sum, count) => sum + count)).toBe(0);
  const other = (await (await asAdmin("lookup", { address: OTHER })).json()) as PersonFound;
  expect(other.erasedBefore).toEqual([]);
  expect(other.counts).toMatchObject({ cases: 1, votes: 1 });
});

test("cases of others that name the address are shown, and stay", async () => {
  await send("/escalations", {
    email: "third@example.org",
    message: `Ask ${ADDRESS} about it`,
    trail: [trailItem("trace", "x")],
  });
  // somebody else's case, into which they wrote by mail
  const [other] = await db.select().from(escalations).where(eq(escalations.email, OTHER));
  const said = { id: "msg_by_mail", from: "customer", author: ADDRESS.toUpperCase(), body: "Me too." } as const;
  await db.insert(messages).values({ ...said, escalationId: other?.id ?? "", createdAt: new Date() });
  const body = { address: ADDRESS, confirm: ADDRESS };
  const { namedIn } = (await (await asAdmin("erase", body)).json()) as PersonErased;
  expect(namedIn).toHaveLength(2);
  expect(await db.$count(escalations)).toBe(2);
});

// PostgreSQL's files are its own.
if (url.startsWith("file:"))
  test("SQLite's file has no word of it in its free pages either", async () => {
    await db.close();
    const bytes = readFileSync(toPath(url), "latin1").toLowerCase();
    for (const word of WORDS) expect(bytes).not.toContain(word);
  });
