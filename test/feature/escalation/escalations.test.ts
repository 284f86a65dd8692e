import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { type Challenge, solveChallenge } from "altcha-lib";
import { like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { escalations } from "#db/schema/escalation.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { hashSecret } from "#server/core/ids.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { readMail } from "#test/support/mails.ts";
import { withJson } from "#test/support/request.ts";

let now = new Date("2026-11-23T09:00:00Z");
const { app, db, deps } = await openTestHub({
  knowledge: sampleKnowledge,
  clock: { now: () => now },
  env: {
    TRUSTED_PROXIES: "127.0.0.0/8",
    SMTP_URL: "smtp://127.0.0.1:1",
    WEBHOOK_URL: "http://127.0.0.1:1/hook",
    WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString("base64")}`,
  },
});

const request = {
  email: "customer@example.com",
  name: "Customer",
  message: "New referrers stopped reaching HubSpot this week.",
  articleId: "integrations/connect-your-crm",
  url: "/articles/integrations/connect-your-crm/",
  trail: [{ at: "2026-11-23T08:50:00.000Z", kind: "step", ref: "integrations/connect-your-crm#save", title: "Save" }],
};
const send = (body: unknown, headers: Record<string, string> = {}) =>
  app.request("/api/escalations", withJson("POST", body, headers));
const read = async (response: Response) => (await response.json()) as EscalationReceipt;
const nextDay = () => (now = new Date(now.getTime() + 86_400_000));
const empty = async () => {
  await db.delete(escalations);
  await db.delete(outbox);
  nextDay();
};

describe("asking for a person", () => {
  test("gives a reference and a private link, and keeps the link's hash alone", async () => {
    const response = await send(request);
    expect(response.status).toBe(201);
    const { id, reference, receiptUrl } = await read(response);
    expect(reference).toMatch(/^RF-[2-9A-Z]{4}-\d{3}$/);
    const secret = new URL(receiptUrl).pathname.replace("/receipts/", "");
    expect(secret).toMatch(/^[\w-]{22}$/);
    const [kept] = await db.select().from(escalations);
    expect(kept).toMatchObject({ ...request, id, reference, state: "new", receiptHash: hashSecret(secret) });
    expect(JSON.stringify(kept)).not.toContain(secret);
    await empty();
  });

  test("promises two mails and a webhook together with the case", async () => {
    const { id, reference, receiptUrl } = await read(await send(request));
    const promised = await db.select().from(outbox);
    expect(promised.map(({ kind, dedupeKey, ref }) => [kind, dedupeKey, ref]).sort()).toEqual([
      ["email", `${id}:created:email`, id],
      ["email", `${id}:receipt`, id],
      ["webhook", `${id}:created:webhook`, id],
    ]);
    const payloadOf = (name: string) => promised.find(({ dedupeKey }) => dedupeKey.endsWith(name))?.payload;
    expect(payloadOf("created:email")).toMatchObject({ to: "support@example.com", replyTo: request.email });
    expect(JSON.stringify(payloadOf("created:email"))).toContain("step: Save");
    expect(readMail(deps, payloadOf("receipt")).text).toContain(receiptUrl);
    expect(payloadOf("created:webhook")).toMatchObject({
      type: "escalation.created",
      data: { id, reference, message: request.message, deskUrl: `http://localhost:4321/desk/?case=${id}` },
    });
    await empty();
  });

  test("never mails a visitor's words to the address that was typed", async () => {
    await send({ ...request, name: "Buy pills", message: "See https://spam.example.com" });
    const promised = await db.select().from(outbox);
    const mail = JSON.stringify(promised.find(({ dedupeKey }) => dedupeKey.endsWith(":receipt"))?.payload);
    expect(mail).not.toMatch(/spam|pills/);
    await empty();
  });

  test("keeps line breaks and control characters out of subjects", async () => {
    await send({ ...request, name: "A\r\nBcc: x@example.com", message: "Help\r\nBcc: victim@example.com\r\n\r\nme" });
    const payloads = (await db.select().from(outbox)).map(({ payload }) => payload as { subject?: string });
    const subjects = payloads.flatMap(({ subject }) => subject ?? []);
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) expect(subject).not.toMatch(/[\r\n]/);
    await empty();
  });

  test.each([
    [{ ...request, email: "nobody" }, "email"],
    [{ ...request, email: "a@example.com\r\nBcc: b@example.com" }, "email"],
    [{ ...request, message: "?" }, "message"],
    [{ ...request, message: "x".repeat(5001) }, "message"],
    [{ ...request, trail: [{ ...request.trail[0], kind: "thought" }] }, "trail.0.kind"],
    [{ ...request, trail: Array(201).fill(request.trail[0]) }, "trail"],
  ])("in the wrong form is a 400 that names the field (%#)", async (body, field) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [expect.objectContaining({ field })] });
    expect(await db.select().from(escalations)).toEqual([]);
  });

  test.each([
    "//",
    "//evil.example.com/",
    "/\\evil.example.com",
    "https://evil.example.com/",
    "javascript:alert(1)",
    "/a b",
  ])("from %j is from no page of this hub", async (url) => {
    expect((await send({ ...request, url })).status).toBe(400);
  });

  test("about an article that there is not is a 404, with more than it takes a 413", async () => {
    expect((await send({ ...request, articleId: "no/article" })).status).toBe(404);
    expect((await send({ ...request, message: "x".repeat(300_000) })).status).toBe(413);
    expect(await db.select().from(escalations)).toEqual([]);
  });
});

describe("the same request again", () => {
  const key = { "idempotency-key": "b9e5c1de-0001" };

  test("under its key is the same case with the same link, sent once", async () => {
    const first = await read(await send(request, key));
    const again = await send(request, key);
    expect(again.status).toBe(201);
    expect(await read(again)).toEqual(first);
    expect(await db.select().from(escalations)).toHaveLength(1);
    expect(await db.select().from(outbox)).toHaveLength(3);
  });

  test("with another body under that key is a 422", async () => {
    const response = await send({ ...request, message: "Something else" }, key);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: "Idempotency-Key" }] });
    await empty();
  });

  test("twenty at once make one case; who comes while it is made is told to wait", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(request, { "idempotency-key": "at-once-1" })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(statuses).toContain(409);
    expect(await db.select().from(escalations)).toHaveLength(1);
    expect(await db.select().from(outbox)).toHaveLength(3);
    const later = await read(await send(request, { "idempotency-key": "at-once-1" }));
    const made = answers.filter(({ status }) => status === 201);
    for (const answer of made) expect(await read(answer)).toEqual(later);
    await empty();
  });

  test("without a key is another case, and a key of three letters is refused", async () => {
    await send(request);
    await send(request);
    expect(await db.select().from(escalations)).toHaveLength(2);
    expect((await send(request, { "idempotency-key": "abc" })).status).toBe(400);
    await empty();
  });
});

describe("many requests", () => {
  const solve = async (response: Response) => {
    const problem = (await response.json()) as { challenge: Challenge };
    const solution = await solveChallenge({ challenge: problem.challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge: problem.challenge, solution })).toString("base64");
  };

  test("need a proof of work after the first few, which is good for one", async () => {
    for (let i = 0; i < 4; i++) expect((await send(request)).status).toBe(201);
    const refused = await send(request);
    expect(refused.status).toBe(429);
    expect(await refused.clone().json()).toMatchObject({
      code: "proof_required",
      detail: expect.stringContaining("support@example.com"),
    });
    const proof = await solve(refused);
    expect((await send({ ...request, proof })).status).toBe(201);
    expect((await send({ ...request, proof })).status).toBe(429);
    await empty();
  });

  test.each([
    "nonsense",
    Buffer.from("{}").toString("base64"),
    Buffer.from(
      JSON.stringify({ challenge: { parameters: { cost: 1e12 }, signature: "x" }, solution: { counter: 1 } }),
    ).toString("base64"),
  ])("are not let through by a forged proof (%#)", async (proof) => {
    for (let i = 0; i < 4; i++) await send(request);
    expect((await send({ ...request, proof })).status).toBe(429);
    await empty();
  });

  test("from many networks fill one mailbox no further, whatever stands behind its plus", async () => {
    const from = (n: number) => ({ "x-forwarded-for": `198.51.100.${n}` });
    const counted = () => db.$count(limits, like(limits.key, "escalation:%"));
    const before = await counted();
    const statuses = [];
    for (let n = 0; n < 14; n++)
      statuses.push((await send({ ...request, email: `Victim+${n}@example.com` }, from(n))).status);
    expect(statuses).toEqual([...Array(12).fill(201), 429, 429]);
    // a network whose request is refused has not used anything up
    expect((await counted()) - before).toBe(12);
    expect((await send({ ...request, email: "victims@example.com" }, from(99))).status).toBe(201);
    await empty();
  });

  test("repeat nothing: a replay costs none of the limit", async () => {
    const key = { "idempotency-key": "again-and-again" };
    for (let i = 0; i < 10; i++) expect((await send(request, key)).status).toBe(201);
    await empty();
  });
});
