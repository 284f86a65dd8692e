import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { outbox } from "#db/schema/outbox.ts";
import { makeApiKey } from "#server/auth/api-keys.ts";
import { API_SCOPE_NAMES } from "#server/auth/api-scopes.values.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { caller } from "#test/support/staff.ts";

const CONNECT = "integrations/connect-your-crm";
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  env: { SMTP_URL: "smtp://127.0.0.1:1" },
  files: { [`articles/${CONNECT}/page.md`]: "# Connect your CRM\n" },
});
const { app, db, deps } = hub;
const { key } = await makeApiKey(
  deps,
  { id: "usr_1", name: "Ada" },
  { name: "Our product", scopes: [...API_SCOPE_NAMES] },
);

const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await app.request(
    `/api/v1${path}`,
    withJson(method, body, { authorization: `Bearer ${key}`, ...headers }),
  );
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
};

test("articles are found, listed and read", async () => {
  expect((await call("GET", "/search?q=conect+crm")).body.hits[0].articleId).toBe(CONNECT);
  const { articles } = (await call("GET", "/articles")).body;
  expect(articles.map(({ id }: { id: string }) => id)).toContain(CONNECT);
  expect(articles[0]).not.toHaveProperty("sections");
  expect((await call("GET", `/articles/${CONNECT}`)).body).toMatchObject({
    id: CONNECT,
    markdown: "# Connect your CRM\n",
  });
  expect((await call("GET", "/articles/integrations/none")).status).toBe(404);
});

test("a question is answered, and the answer voted on", async () => {
  const { body } = await call("POST", "/ask", { question: "How do I connect my CRM?" });
  expect(body.verdict).toBe("answered");
  await expect
    .poll(async () => (await call("POST", `/answers/${body.answerId}/vote`, { helped: true })).status)
    .toBe(204);
});

test("each voter has one vote an article, and is kept as a hash", async () => {
  const vote = { articleId: CONNECT, answered: false, reason: "missing" };
  const first = await call("POST", "/votes", { ...vote, voter: "customer-7" });
  expect([first.status, first.body.changed]).toEqual([201, false]);
  expect(
    (await call("POST", "/votes", { ...vote, answered: true, reason: "solved", voter: "customer-7" })).body.changed,
  ).toBe(true);
  expect((await call("POST", "/votes", { ...vote, voter: "customer-8" })).body.changed).toBe(false);
  expect((await call("POST", "/votes", vote)).status).toBe(400);
  const kept = await db.select().from(votes);
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain("customer-");
});

const OPENED = { email: "ada@example.com", name: "Ada", message: "My referrals do not arrive.", articleId: CONNECT };

test("a case is opened once a key, read, and answered under the key's name", async () => {
  const once = { "idempotency-key": "order-0001" };
  const opened = await call("POST", "/cases", OPENED, once);
  expect(opened.status).toBe(201);
  const { id, reference } = opened.body;
  expect((await call("POST", "/cases", OPENED, once)).body.id).toBe(id);
  expect((await call("POST", "/cases", { ...OPENED, message: "Another." }, once)).status).toBe(422);
  const { cases } = (await call("GET", "/cases?state=new")).body;
  expect(cases).toHaveLength(1);
  expect(cases[0]).toMatchObject({ id, reference, email: OPENED.email });

  await caller(hub)("POST", `/desk/cases/${id}/notes`, await signInAdmin(hub), { body: "Between us." });
  const reply = { body: "It is mended.", solve: true, once: "reply-000001" };
  const answered = await call("POST", `/cases/${id}/replies`, reply);
  expect(answered.status).toBe(201);
  expect(answered.body.state).toBe("solved");
  expect((await call("POST", `/cases/${id}/replies`, reply)).body.messages).toHaveLength(1);
  const read = (await call("GET", `/cases/${id}`)).body;
  expect(read.messages).toMatchObject([{ from: "agent", author: "Our product", body: "It is mended." }]);
  expect(JSON.stringify(read)).not.toMatch(/Between us|deliveries|authorId|receipt/);
  expect(await db.$count(messages, eq(messages.escalationId, id))).toBe(2);
  // the receipt, and the reply
  const mails = await db.select().from(outbox).where(eq(outbox.ref, id));
  expect(mails.map(({ payload }) => (payload as { to: string }).to).filter((to) => to === OPENED.email)).toHaveLength(
    2,
  );
});

test("what is wrong is said", async () => {
  expect((await call("GET", "/cases/nothing")).status).toBe(404);
  expect((await call("POST", "/cases/nothing/replies", { body: "x" })).status).toBe(404);
  expect((await call("POST", "/cases", { ...OPENED, email: "nobody" })).body.errors).toMatchObject([
    { field: "email" },
  ]);
  expect((await call("POST", "/cases", OPENED, { "idempotency-key": "short" })).status).toBe(400);
  expect((await call("GET", "/cases?cursor=nowhere")).status).toBe(400);
  expect((await call("GET", "/nothing")).status).toBe(404);
});

test("a report has figures", async () => {
  expect((await call("GET", "/reports?days=7")).body.cases.total).toBe(1);
});
