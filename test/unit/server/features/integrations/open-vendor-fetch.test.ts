import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";
import { startEmulator, type Answer, type Emulator } from "../../../../fakes/crm/emulator.ts";

let crm: Emulator;
let answer: Answer;
const fetch = openVendorFetch();

beforeEach(async () => {
  answer = { status: 200, body: { ok: true } };
  crm = await startEmulator(() => answer);
});
afterEach(() => crm.close());

it("gives what came, whatever its status", async () => {
  expect(await fetch(crm.url)).toMatchObject({ status: 200, body: { ok: true } });
  answer = { status: 404, body: { message: "no such thing" } };
  expect(await fetch(crm.url)).toMatchObject({ status: 404, body: { message: "no such thing" } });
  answer = { status: 204, body: null };
  expect(await fetch(crm.url)).toMatchObject({ status: 204, body: null });
});

it.each([
  ["html", "unreadable", /200, as text\/html: <!doctype html>/],
  ["truncated", "unreadable", /application\/json/],
  ["huge", "unreadable", /more than 4 MB/],
  ["redirect", "unreadable", /a redirect/],
  ["down", "vendor_down", /503/],
] as const)("says of “%s” that it is %s, and what was seen", async (fault, code, seen) => {
  crm.fail(fault);
  await expect(fetch(crm.url)).rejects.toMatchObject({ code, seen: expect.stringMatching(seen) });
});

it("gives up what says nothing, or little by little, after five seconds in all", async () => {
  const dripping = await startEmulator(() => answer);
  onTestFinished(dripping.close);
  crm.fail("hang");
  dripping.fail("drip");
  const began = Date.now();
  const late = { status: "rejected", reason: { code: "timeout" } };
  expect(await Promise.allSettled([crm, dripping].map(({ url }) => fetch(url)))).toMatchObject([late, late]);
  expect(Date.now() - began).toBeLessThan(6000);
});

it("says in words why nothing is reached", async () => {
  await crm.close();
  await expect(fetch(crm.url)).rejects.toMatchObject({ code: "unreachable", seen: "It refuses connections." });
  crm = await startEmulator(() => answer);
});

it("passes on why it was stopped", async () => {
  crm.fail("hang");
  const stop = new AbortController();
  const asked = fetch(crm.url, { signal: stop.signal });
  stop.abort(new Error("the reader left"));
  await expect(asked).rejects.toThrow("the reader left");
});

it("shows no secret that was sent or came back", async () => {
  const body = `<p>canary-1 canary-2 {"access_token": "canary-3", "refresh_token":"canary-4`;
  answer = { status: 200, body, headers: { "content-type": "text/html" } };
  const request = {
    method: "POST" as const,
    headers: { authorization: "Bearer canary-1" },
    form: { code: "canary-2" },
  };
  await expect(fetch(crm.url, request)).rejects.toMatchObject({ seen: expect.not.stringContaining("canary") });
});
