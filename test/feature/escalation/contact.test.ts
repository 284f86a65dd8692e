import { expect, test } from "vitest";
import { escalations } from "#db/schema/escalation.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withForm } from "#test/support/request.ts";

const ORIGIN = "http://localhost:4321";
let now = new Date("2026-11-23T09:00:00Z");
const { app, db } = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => now } });
const fields = { email: "customer@example.com", message: "Nothing arrives.", name: "", articleId: "" };
const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request("/contact/", withForm(form, { origin: ORIGIN, ...headers }));
const cases = async () => {
  const rows = await db.select().from(escalations);
  await db.delete(escalations);
  now = new Date(now.getTime() + 86_400_000);
  return rows;
};

test("a request without script leads to its receipt", async () => {
  const response = await post(fields);
  expect(response.status).toBe(303);
  const receipt = await app.request(response.headers.get("location") ?? "");
  expect(await receipt.text()).toContain("Nothing arrives.");
  expect(await cases()).toMatchObject([{ name: null, articleId: null, trail: [] }]);
});

test("a form that is sent twice is one case", async () => {
  const [first, second] = await Promise.all([post(fields), post(fields)]);
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  expect(await cases()).toHaveLength(1);
});

test("so is one that is sent again some minutes later, whenever it was sent first; the next day it is another", async () => {
  for (const minute of [0, 3, 6, 9]) {
    now = new Date(Date.parse("2026-12-01T09:00:00Z") + minute * 86_400_000 + minute * 60_000);
    const first = await post(fields);
    now = new Date(now.getTime() + 5 * 60_000);
    expect((await post(fields)).headers.get("location")).toBe(first.headers.get("location"));
    expect(await cases()).toHaveLength(1);
  }
});

test("the article that the link to the form named goes along", async () => {
  await post(fields, { referer: `${ORIGIN}/contact/?article=syncing/contacts-not-syncing` });
  await post({ ...fields, message: "Another" }, { referer: `${ORIGIN}/contact/?article=no/article` });
  expect((await cases()).map(({ articleId }) => articleId).sort()).toEqual(
    ["syncing/contacts-not-syncing", null].sort(),
  );
});

test("what is wrong is marked beside what was typed, and nothing is kept", async () => {
  const response = await post({ ...fields, email: "nobody", message: '"><b>?</b>' });
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain('value="nobody"');
  expect(page).toContain("&quot;&gt;&lt;b&gt;?&lt;/b&gt;</textarea>");
  expect(page).toContain('id="email-err"');
  expect(page).not.toContain('id="message-err"');
  expect(await cases()).toEqual([]);
});

test("a program that fills in the hidden field is refused", async () => {
  expect((await post({ ...fields, website: "https://spam.example.com" })).status).toBe(422);
  expect(await cases()).toEqual([]);
});

test("when many were sent, the page names the support address and keeps what was typed", async () => {
  for (let i = 0; i < 4; i++) await post({ ...fields, message: `Request number ${i}` });
  const response = await post({ ...fields, message: "One too many" });
  expect(response.status).toBe(429);
  const page = await response.text();
  expect(page).toContain("write to support@example.com");
  expect(page).toContain("One too many</textarea>");
  await cases();
});
