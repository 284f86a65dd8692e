import type { AddressInfo, Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#server/app.ts";
import { listen } from "#server/core/listen.ts";
import { HubStatus } from "#server/features/status/status.schema.ts";
import { statuspage } from "#test/fakes/status-bodies.ts";
import { startStatusPages } from "#test/fakes/status-pages.ts";
import { openTestHub } from "#test/support/hub.ts";
import { vendorIn } from "#test/support/status.ts";
import { until } from "#test/support/wait.ts";

const pages = await startStatusPages();
let now = new Date("2026-11-23T12:00:00Z");
const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const { deps } = await openTestHub({ clock: { now: () => now }, hub: { integrations: pages.integrations } });
const shutdown = new AbortController();
const servers: Server[] = [];

/** A hub of its own on a port of its own. */
async function serve(): Promise<string> {
  const app = createApp({ ...deps, shutdown: shutdown.signal });
  const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/status/events`;
}
let url = "";
beforeAll(async () => {
  url = await serve();
});

const readers: AbortController[] = [];
/** A reader; `events` grows with what it is sent. */
async function watch(address: string) {
  const leaving = new AbortController();
  readers.push(leaving);
  const response = await fetch(address, { signal: leaving.signal });
  const events: { event: string; data: string }[] = [];
  const ended = (async () => {
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString("utf8");
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      events.push(...whole.map(readEvent));
    }
    return "ended";
  })().catch(() => "left");
  return { response, events, ended, leave: () => leaving.abort() };
}
const readEvent = (text: string) => ({
  event: /^event: (.*)$/m.exec(text)?.[1] ?? "",
  data: /^data: (.*)$/m.exec(text)?.[1] ?? "",
});
const told = (event: { data: string } | undefined) => HubStatus.parse(JSON.parse(event?.data ?? "{}"));

afterEach(() => readers.splice(0).forEach((reader) => reader.abort()));
afterAll(async () => {
  for (const server of servers) server.close();
  await pages.close();
});

describe("events of the status", () => {
  test("tell it at once, and again when it has changed, with the page read once a minute", async () => {
    const { response, events } = await watch(url);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    await until(() => events.length === 1);
    expect(vendorIn(told(events[0]), "hubspot").state).toBe("operational");
    const reads = pages.reads("hubspot");

    pages.say("hubspot", statuspage({ indicator: "critical" }));
    pass(61);
    await until(() => events.length === 2, 10_000);
    expect(events[1]?.event).toBe("status");
    expect(vendorIn(told(events[1]), "hubspot").state).toBe("down");
    expect(pages.reads("hubspot")).toBe(reads + 1);
  });

  test("stop reading the vendors' pages when the last reader is gone", async () => {
    const { events, leave } = await watch(url);
    await until(() => events.length === 1);
    leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    pass(120);
    const reads = pages.reads("hubspot");
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(pages.reads("hubspot")).toBe(reads);
  });

  test("are thirty for one address, and one more when one has ended; HEAD opens none", async () => {
    const own = await serve();
    for (let i = 0; i < 40; i++) expect((await fetch(own, { method: "HEAD" })).status).toBe(200);
    const open = await Promise.all(Array.from({ length: 30 }, () => watch(own)));
    expect(open.map(({ response }) => response.status)).toEqual(Array(30).fill(200));
    const refused = await watch(own);
    expect(refused.response.status).toBe(429);
    expect(refused.response.headers.get("retry-after")).toBe("60");
    expect(refused.response.headers.get("content-type")).toBe("application/problem+json");
    open[0]?.leave();
    await until(async () => (await watch(own)).response.status === 200);
  });

  test("end with an event when the hub stops, and the connection with them", async () => {
    const watchers = await Promise.all([watch(url), watch(url)]);
    await until(() => watchers.every(({ events }) => events.length > 0));
    const began = performance.now();
    shutdown.abort();
    for (const { ended } of watchers) expect(await ended).toBe("ended");
    expect(performance.now() - began).toBeLessThan(1000);
    for (const { events } of watchers) expect(events.at(-1)?.event).toBe("end");
  });
});
