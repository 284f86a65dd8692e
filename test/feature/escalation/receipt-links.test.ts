import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { escalations, messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { customers } from "#db/schema/workspaces.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { readMail } from "#test/support/mails.ts";
import { withForm, withJson } from "#test/support/request.ts";

const ORIGIN = "http://localhost:4321";
const EMAIL = "Customer@Example.com";
let now = new Date("2026-11-23T09:00:00Z");
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  clock: { now: () => now },
  env: { SMTP_URL: "smtp://127.0.0.1:1", RECEIPT_MAILS_PER_HOUR: "6", SPAM_PROOF: "off" },
});
const { app, db } = hub;
const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));

async function newCase(more: Record<string, unknown> = {}): Promise<EscalationReceipt & { path: string }> {
  later(24);
  const response = await app.request(
    "/api/escalations",
    withJson("POST", { email: EMAIL, message: "Nothing arrives.", ...more }),
  );
  const receipt = (await response.json()) as EscalationReceipt;
  return { ...receipt, path: new URL(receipt.receiptUrl).pathname };
}
const open = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, html: await response.text() };
};
const post = (path: string, fields: Record<string, string> = {}) =>
  app.request(path, withForm(fields, { origin: ORIGIN }));
const askLink = async (reference: string, email: string) => {
  const response = await post("/receipts/", { reference, email });
  return { status: response.status, html: await response.text() };
};
const linkMails = async (id: string) =>
  (await db.select().from(outbox).where(eq(outbox.ref, id)))
    .filter(({ dedupeKey }) => dedupeKey.includes(":link:"))
    .map(({ payload }) => readMail(hub.deps, payload));
const caseOf = async (id: string) => (await db.select().from(escalations).where(eq(escalations.id, id)))[0];

describe("a new link to a receipt", () => {
  test("goes to the case's own address in fixed words, ends the old one, and opens what had expired", async () => {
    const { id, path, reference } = await newCase({ message: "Buy pills at https://spam.example.com" });
    later(91 * 24);
    const expired = await open(path);
    expect(expired.status).toBe(404);
    expect(expired.html).toContain("This link has expired");
    expect(expired.html).toContain("Send me a new link");
    expect(expired.html).not.toContain(reference);

    expect((await askLink(` ${reference.toLowerCase()} `, "customer@example.COM")).status).toBe(200);
    const [mail, ...more] = await linkMails(id);
    expect(more).toEqual([]);
    expect(mail?.to).toBe(EMAIL);
    expect(mail?.text).not.toContain("pills");
    const fresh = /\/receipts\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    expect(fresh).not.toBe(path);
    expect((await open(fresh)).html).toContain("Buy pills");
    const old = await open(path);
    expect(old.status).toBe(404);
    expect(old.html).toContain("This link opens no receipt");
    // what is mailed later carries the new one
    const staff = await signInAdmin(hub);
    await app.request(
      `/api/desk/cases/${id}/replies`,
      withJson("POST", { body: "Done." }, { cookie: staff, origin: ORIGIN }),
    );
    const mails = await db.select().from(outbox).where(eq(outbox.ref, id));
    const answer = mails.find(({ dedupeKey }) => dedupeKey.endsWith(":customer"))?.payload;
    expect(readMail(hub.deps, answer).text).toContain(fresh);
  });

  test("is answered the same, word for word, whether there is such a case or not", async () => {
    const { id, reference } = await newCase();
    const right = await askLink(reference, EMAIL);
    const wrong = [await askLink(reference, "other@example.com"), await askLink("RF-2222-000", EMAIL)];
    expect(wrong).toEqual([right, right]);
    expect(await linkMails(id)).toHaveLength(1);
  });

  test("is sent three times an hour at most, and an address is refused that keeps asking", async () => {
    const { id, reference } = await newCase();
    for (let i = 0; i < 4; i++) expect((await askLink(reference, EMAIL)).status).toBe(200);
    expect(await linkMails(id)).toHaveLength(3);
    const more = await Promise.all(Array.from({ length: 7 }, () => askLink(reference, EMAIL)));
    expect(more.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(await linkMails(id)).toHaveLength(3);
  });

  test("is one, of those that are asked for at the same time", async () => {
    const { id, reference } = await newCase();
    await Promise.all([askLink(reference, EMAIL), askLink(reference, EMAIL), askLink(reference, EMAIL)]);
    const kept = await caseOf(id);
    const mails = await linkMails(id);
    expect(mails).toHaveLength(kept?.receiptIssue ?? 0);
    const last = /\/receipts\/\S+/.exec(mails.at(-1)?.text ?? "")?.[0] ?? "";
    const working = await Promise.all(
      mails.map(async ({ text }) => (await open(/\/receipts\/\S+/.exec(text)?.[0] ?? "")).status),
    );
    expect(working.filter((status) => status === 200)).toHaveLength(1);
    expect(last).not.toBe("");
  });
});

describe("booking a time", () => {
  test("leads to hub.yaml's link with reference, name and page, and is noted once", async () => {
    const { id, path, reference } = await newCase({ name: "Sam", url: "/articles/a/b/" });
    const first = await app.request(`${path}/book`);
    expect(first.status).toBe(302);
    const to = new URL(first.headers.get("location") ?? "");
    expect(to.origin + to.pathname).toBe("https://cal.example.com/support");
    expect(to.searchParams.get("name")).toBe("Sam");
    expect(to.searchParams.get("notes")).toBe(`${reference}, http://localhost:4321/articles/a/b/`);
    const opened = (await caseOf(id))?.bookingOpenedAt;
    expect(opened).toEqual(now);
    later(1);
    await app.request(`${path}/book`);
    expect((await caseOf(id))?.bookingOpenedAt).toEqual(opened);
    expect((await app.request("/receipts/0123456789abcdefghijkl/book")).status).toBe(404);
  });
});

describe("a case that was closed", () => {
  test("is opened again by a press, once, and support is told", async () => {
    const { id, path } = await newCase();
    await post(`${path}/close`);
    expect((await caseOf(id))?.solvedAt).toEqual(now);
    expect((await open(path)).html).toContain("Open it again");
    await Promise.all([post(`${path}/reopen`), post(`${path}/reopen`)]);
    expect(await caseOf(id)).toMatchObject({ state: "open", solvedAt: null });
    const said = await db.select().from(messages).where(eq(messages.escalationId, id));
    expect(said.map(({ body, from }) => [from, body])).toEqual([["customer", "It is not solved."]]);
    const told = (await db.select().from(outbox).where(eq(outbox.ref, id))).filter(({ dedupeKey }) =>
      dedupeKey.startsWith("msg_"),
    );
    expect(told).toHaveLength(1);
    await post(`${path}/reopen`);
    expect(await db.select().from(messages).where(eq(messages.escalationId, id))).toHaveLength(1);
  });
});

describe("mails to addresses that have not shown they want them", () => {
  test("are so many an hour: above it the case is made, the page keeps the link, and the desk can send the mail", async () => {
    later(24);
    const make = async (email: string) => {
      const response = await app.request("/api/escalations", withJson("POST", { email, message: "Nothing arrives." }));
      const { id, receiptUrl } = (await response.json()) as EscalationReceipt;
      const [receipt] = await db
        .select()
        .from(outbox)
        .where(eq(outbox.dedupeKey, `${id}:receipt`));
      return { status: response.status, receipt, path: new URL(receiptUrl).pathname };
    };
    for (let i = 0; i < 6; i++) expect((await make(`s${i}@example.com`)).receipt?.state).toBe("waiting");
    const over = await make("one-more@example.com");
    expect(over.status).toBe(201);
    expect(over.receipt).toMatchObject({ state: "dead", lastError: expect.stringContaining("Not mailed") });
    expect((await open(over.path)).html).toContain("No mail could go out just now: keep the link of this page");

    const at = new Date(now);
    const known = {
      id: "cus_1",
      name: "Known",
      email: "known@example.com",
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
    };
    await db.insert(customers).values(known);
    expect((await make("Known@example.com")).receipt?.state).toBe("waiting");
    later(1);
    expect((await make("next-hour@example.com")).receipt?.state).toBe("waiting");
  });
});

test("a new link that is held back waits at the desk, and the one that the customer has still opens", async () => {
  const { id, path, reference } = await newCase();
  const { config } = hub.deps;
  const perHour = config.receiptMailsPerHour;
  config.receiptMailsPerHour = 0;
  const { html } = await askLink(reference, EMAIL);
  config.receiptMailsPerHour = perHour;
  expect(html).not.toContain("on its way");
  expect(html).toContain("a link waits until support sends it, and the last one that you got still works");
  const [held, ...more] = (await db.select().from(outbox).where(eq(outbox.ref, id))).filter(({ dedupeKey }) =>
    dedupeKey.includes(":link:"),
  );
  expect(more).toEqual([]);
  expect(held).toMatchObject({ state: "dead", attempts: 0, lastError: expect.stringContaining("Not mailed") });
  const { subject, text } = readMail(hub.deps, held?.payload);
  expect(text).toContain(path);
  expect(text).toContain("It is the same as the last one that was made: who has that one can go on with it.");
  expect(`${subject}\n${text}`).not.toMatch(/\bnew link to\b|no longer/);
  expect((await open(path)).status).toBe(200);
});

test("a link that has expired opens nothing again by asking for another that is held back", async () => {
  const { id, path, reference } = await newCase();
  const { config } = hub.deps;
  const perHour = config.receiptMailsPerHour;
  const askHeld = async () => {
    config.receiptMailsPerHour = 0;
    await askLink(reference, EMAIL);
    config.receiptMailsPerHour = perHour;
  };
  later(89 * 24);
  await askHeld();
  later(2 * 24);
  expect((await open(path)).status).toBe(404);
  await askHeld();
  await askHeld();
  expect((await open(path)).status).toBe(404);
  // once staff send it
  const links = (await linkMails(id)).map(({ text }) => /\/receipts\/\S+/.exec(text)?.[0] ?? "");
  expect(links).toHaveLength(3);
  expect(links[0]).toBe(path);
  expect(links[2]).toBe(links[1]);
  expect((await open(links[1] ?? "")).status).toBe(200);
});

test("a request has the subject and topic that its customer chose, and no topic that the hub has not", async () => {
  const { id } = await newCase({ subject: "  Step 3 ", topicId: "syncing" });
  expect(await caseOf(id)).toMatchObject({ subject: "Step 3", topicId: "syncing" });
  const body = { email: EMAIL, message: "Nothing arrives.", topicId: "no-such" };
  const refused = await app.request("/api/escalations", withJson("POST", body));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ field: "topicId" }] });
});
