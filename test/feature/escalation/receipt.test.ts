import { describe, expect, test } from "vitest";
import { escalations, messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { readMail } from "#test/support/mails.ts";
import { withForm, withJson } from "#test/support/request.ts";

const ORIGIN = "http://localhost:4321";
let now = new Date("2026-11-23T09:00:00Z");
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  clock: { now: () => now },
  env: { SMTP_URL: "smtp://127.0.0.1:1" },
});
const { app, db } = hub;
const staff = await signInAdmin(hub);

async function newCase(message = "Nothing arrives."): Promise<EscalationReceipt & { path: string }> {
  const response = await app.request("/api/escalations", withJson("POST", { email: "customer@example.com", message }));
  const receipt = (await response.json()) as EscalationReceipt;
  return { ...receipt, path: new URL(receipt.receiptUrl).pathname };
}
const open = async (path: string) => {
  const response = await app.request(path);
  return { response, html: await response.text() };
};
const post = (path: string, fields: Record<string, string> = {}) =>
  app.request(path, withForm(fields, { origin: ORIGIN }));
const desk = (path: string, body: unknown, method = "POST") =>
  app.request(`/api/desk/cases/${path}`, withJson(method, body, { cookie: staff, origin: ORIGIN }));
const stateOf = async (id: string) => (await db.select().from(escalations)).find((kept) => kept.id === id)?.state;
const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));

describe("a receipt", () => {
  test("shows reference, promise and what was sent, to whoever has the link and to no cache or search engine", async () => {
    const { path, reference } = await newCase("<script>alert(1)</script> does nothing");
    const { response, html } = await open(path);
    expect(response.status).toBe(200);
    expect(html).toContain(reference);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; does nothing");
    expect(html).toContain("By e-mail and on this page, today at 15:00 (Johannesburg time).");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("same-origin");
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
  });

  test("has addresses in what was said to press, in a window of their own, and makes nothing else of it", async () => {
    const { id, path } = await newCase(
      'At https://example.com/?a="><img src=x>, https://b\u0430nk.example/ or javascript:alert(1)',
    );
    await desk(`${id}/replies`, { body: "Read https://example.com/help." });
    const { html } = await open(path);
    const link = (href: string, text = href) =>
      `<a href="${href}" dir="ltr" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
    expect(html).toContain(`At ${link("https://example.com/?a=")}&quot;&gt;&lt;img src=x&gt;, `);
    expect(html).toContain(`${link("https://xn--bnk-6cd.example/")} or javascript:alert(1)</p>`);
    expect(html).toContain(`Read ${link("https://example.com/help")}.</p>`);
  });

  test("says so when the answer is late", async () => {
    const { path } = await newCase();
    later(8);
    expect((await open(path)).html).toContain("The answer is late");
  });

  test("opens with its whole secret only", async () => {
    const { path } = await newCase();
    for (const wrong of [path.slice(0, -1), `${path}A`, "/receipts/0123456789abcdefghijkl", "/receipts/%00"]) {
      const { response, html } = await open(wrong);
      expect([400, 404]).toContain(response.status);
      expect(html).not.toContain("Nothing arrives.");
    }
    expect((await open("/receipts/0123456789abcdefghijkl")).html).toContain("This link opens no receipt");
  });

  test("expires ninety days after the last word", async () => {
    const { path } = await newCase();
    later(89 * 24);
    expect((await post(`${path}/reply`, { body: "Still here", once: "0123456789" })).status).toBe(303);
    later(89 * 24);
    expect((await open(path)).response.status).toBe(200);
    later(2 * 24);
    expect((await open(path)).response.status).toBe(404);
  });
});

describe("the conversation on a receipt", () => {
  test("goes back and forth: the answer stands there and is mailed, the customer's next word opens the case again", async () => {
    const { id, path, receiptUrl } = await newCase();
    expect((await desk(`${id}/notes`, { body: "Looks like the policy." })).status).toBe(204);
    expect((await desk(`${id}/replies`, { body: "Choose <Update>." })).status).toBe(204);
    const answered = await open(path);
    expect(answered.html).toContain("Admin answered");
    expect(answered.html).toContain("Choose &lt;Update&gt;.");
    expect(answered.html).not.toContain("Looks like the policy.");
    expect(await stateOf(id)).toBe("waiting");

    const mails = (await db.select().from(outbox)).filter(({ ref }) => ref === id);
    const kept = mails.find(({ dedupeKey }) => dedupeKey.endsWith(":customer"))?.payload;
    expect(JSON.stringify(kept)).not.toContain(path);
    const answer = readMail(hub.deps, kept);
    expect(answer.to).toBe("customer@example.com");
    expect(answer.text).toContain("Choose <Update>.");
    expect(answer.text).toContain(receiptUrl);

    const back = await post(`${path}/reply`, { body: "Still nothing", once: "abcdefghij" });
    expect(back.status).toBe(303);
    expect(back.headers.get("location")).toBe(`${path}#now`);
    expect((await open(path)).html).toContain("Still nothing");
    expect(await stateOf(id)).toBe("open");
  });

  test("has one message for a form that is sent twenty times at once", async () => {
    const { id, path } = await newCase();
    await Promise.all(Array.from({ length: 15 }, () => post(`${path}/reply`, { body: "Twice?", once: "same-form-1" })));
    const said = (await db.select().from(messages)).filter(({ escalationId }) => escalationId === id);
    expect(said).toHaveLength(1);
    const told = (await db.select().from(outbox)).filter(({ dedupeKey }) => dedupeKey.endsWith("same-form-1:email"));
    expect(told).toHaveLength(1);
  });

  test("is closed by the customer, and opened again by a word from them", async () => {
    later(24);
    const { id, path } = await newCase();
    expect((await post(`${path}/close`)).status).toBe(303);
    expect(await stateOf(id)).toBe("solved");
    expect((await open(path)).html).toContain("This is closed.");
    await post(`${path}/reply`, { body: "It is back", once: "back-again-1" });
    expect(await stateOf(id)).toBe("open");
  });

  test("takes nothing from another site's page, nor an empty word", async () => {
    const { path } = await newCase();
    const foreign = await app.request(`${path}/close`, {
      method: "POST",
      headers: { origin: "https://evil.example.com" },
    });
    expect(foreign.status).toBe(403);
    expect((await post(`${path}/reply`, { body: "  ", once: "0123456789" })).status).toBe(400);
    expect((await post("/receipts/0123456789abcdefghijkl/reply", { body: "Hello", once: "0123456789" })).status).toBe(
      404,
    );
  });
});
