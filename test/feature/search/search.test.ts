import { describe, expect, it } from "vitest";
import { searches } from "#db/schema/ask.ts";
import { SearchResults } from "#server/features/search/search.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

let now = new Date("2026-11-23T10:00:00Z");
const { app, db } = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => now } });

async function search(query: Record<string, string>) {
  const response = await app.request(`/api/search?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return SearchResults.parse(await response.json());
}

describe("GET /api/search", () => {
  it("holds back who searches without end, and no one else; a little later they may again", async () => {
    const { app: hub } = await openTestHub({
      knowledge: sampleKnowledge,
      env: { TRUSTED_PROXIES: "127.0.0.0/8" },
      clock: { now: () => now },
    });
    const searchFrom = (address: string) =>
      hub.request("/api/search?q=lead", { headers: { "x-forwarded-for": address } });
    let response = await searchFrom("10.0.0.1");
    let count = 1;
    for (; response.status === 200 && count < 2000; count++) response = await searchFrom("10.0.0.1");
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ code: "limited" });
    expect(count).toBeGreaterThan(1000);
    const page = await hub.request("/search/?q=lead", { headers: { "x-forwarded-for": "10.0.0.1" } });
    expect(page.status).toBe(429); // one limit, wherever they search
    expect((await searchFrom("10.0.0.2")).status).toBe(200);
    now = new Date(now.getTime() + 1000 * Number(response.headers.get("retry-after")));
    expect((await searchFrom("10.0.0.1")).status).toBe(200);
  });

  it("finds what a customer calls by another name, with a typing error", async () => {
    const { corrected, hits } = await search({ q: "authentcate" });
    expect(corrected).toBe("authenticate");
    expect(hits[0]?.sections[0]?.id).toBe("sign-in");
  });

  it("keeps to a topic and an integration", async () => {
    const inTopic = await search({ q: "salesforce", topic: "qualifying" });
    expect(inTopic.hits.map(({ topic }) => topic)).toEqual(["qualifying"]);
    const ofIntegration = await search({ q: "connect", integration: "servicetitan" });
    expect(ofIntegration.hits.map(({ articleId }) => articleId)).toEqual(["integrations/connect-your-crm"]);
  });

  it("names what is nearest where a filter or quotation marks leave nothing, and nothing beside hits", async () => {
    const filtered = await search({ q: "converted lead", topic: "integrations", integration: "servicetitan" });
    expect(filtered.hits).toEqual([]);
    expect(filtered.nearest.map(({ articleId }) => articleId)).toContain("syncing/contacts-not-syncing");
    const quoted = await search({ q: '"lead that nobody converted"' });
    expect(quoted).toMatchObject({ hits: [], nearest: [{ articleId: "syncing/contacts-not-syncing" }] });
    expect((await search({ q: "converted lead" })).nearest).toEqual([]);
  });

  it.each([
    ["q", {}],
    ["q", { q: " " }],
    ["integration", { q: "x", integration: "fax" }],
    ["limit", { q: "x", limit: "1000" }],
  ])("names %s when it is wrong", async (field, query) => {
    const response = await app.request(`/api/search?${new URLSearchParams(query)}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });
});

describe("POST /api/searches", () => {
  const record = (q: string, results = 0) => app.request("/api/searches", withJson("POST", { q, results }));

  it("counts a search once a day and text, without addresses and long numbers", async () => {
    for (const q of ["Refund  JANE@example.com", "refund jane@example.com", "refund 555 123 4567"]) {
      expect((await record(q)).status).toBe(204);
    }
    now = new Date("2026-11-24T09:00:00Z");
    await record("refund jane@example.com", 2);
    const rows = await db.select().from(searches);
    expect(rows.map(({ text, day, count, results }) => [text, day, count, results]).toSorted()).toEqual([
      ["refund [address]", "2026-11-23", 2, 0],
      ["refund [address]", "2026-11-24", 1, 2],
      ["refund [number]", "2026-11-23", 1, 0],
    ]);
  });

  it("holds back who sends too many", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, count) => (await record(`search ${count}`)).status),
    );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});
