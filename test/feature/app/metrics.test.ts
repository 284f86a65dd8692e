import { expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { until } from "#test/support/wait.ts";

const METRICS_TOKEN = "a token for the one that scrapes, long";
const hub = await openTestHub({ env: { METRICS_TOKEN }, knowledge: sampleKnowledge });
const off = await openTestHub();

const scrape = (token = METRICS_TOKEN) =>
  hub.app.request("/metrics", { headers: { authorization: `Bearer ${token}` } });

test("without the setting there is no such page; without the token nobody reads it", async () => {
  expect((await off.app.request("/metrics")).status).toBe(404);
  expect((await hub.app.request("/metrics")).status).toBe(401);
  expect((await scrape("another")).status).toBe(401);
});

test("requests are counted by the route's pattern: no address, question or id is in a label", async () => {
  await hub.app.request("/api/search?q=secret-words-of-a-reader");
  await hub.app.request("/r/a-receipt-that-nobody-may-see");
  await hub.app.request("/nowhere/at/all", { headers: { "x-forwarded-for": "192.0.2.77" } });
  await hub.app.request("/api/search", { method: "BREW" });
  const response = await scrape();
  expect(response.headers.get("content-type")).toContain("text/plain");
  const text = await response.text();
  expect(text).toContain('handrail_request_seconds_count{route="/api/search",method="GET",status="200"} 1');
  expect(text).toContain('route="(no route)",method="GET",status="404"');
  expect(text).toContain('method="other"');
  expect(text).not.toMatch(/secret-words|nobody-may-see|nowhere|192\.0\.2|BREW/);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
  expect(text).toContain('handrail_build_info{build="first"} 1');
});

test("streams that are open, until they are closed", async () => {
  const stop = new AbortController();
  const stream = await hub.app.request("/api/status/events", { signal: stop.signal });
  const reader = stream.body?.getReader();
  await reader?.read();
  const openNow = async () =>
    /handrail_streams_open\{route="\/api\/status\/events"\} (\d)/.exec(await (await scrape()).text())?.[1];
  expect(await openNow()).toBe("1");
  await reader?.cancel();
  await until(async () => (await openNow()) === "0");
});

test("deliveries by channel, with the age of the oldest; answers of the last hour", async () => {
  const at = new Date(Date.now() - 90_000);
  const row = { kind: "email", payload: {}, attempts: 0, nextAt: at, createdAt: at };
  await hub.db.insert(outbox).values([
    { ...row, id: "a", dedupeKey: "a", state: "waiting" },
    { ...row, id: "b", dedupeKey: "b", state: "waiting" },
    { ...row, id: "c", dedupeKey: "c", state: "dead" },
    { ...row, id: "d", dedupeKey: "d", state: "sent" },
  ]);
  const asked = await hub.app.request("/api/ask", withJson("POST", { question: "How do I connect my CRM?" }));
  await asked.text();
  const text = await (await scrape()).text();
  expect(text).toContain('handrail_outbox{channel="email",state="waiting"} 2');
  expect(text).toContain('handrail_outbox{channel="email",state="dead"} 1');
  expect(text).not.toContain('state="sent"');
  const age = /handrail_outbox_oldest_seconds\{channel="email",state="waiting"\} ([\d.]+)/.exec(text)?.[1];
  expect(Number(age)).toBeGreaterThanOrEqual(90);
  expect(text).toMatch(/handrail_answers_last_hour\{verdict="answered",mode="extractive"\} 1/);
});
