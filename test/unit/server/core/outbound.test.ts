import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { createGuardedFetch, OutboundRefused } from "#server/core/outbound.ts";

const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(request.url ?? "");
  if (request.url === "/away") return void response.writeHead(302, { location: "http://127.0.0.1/" }).end();
  if (request.url === "/busy") return void response.writeHead(429, { "retry-after": "90" }).end();
  if (request.url === "/silent") return;
  if (request.url === "/long") return void response.end("x".repeat(1_000_000));
  response.end("hello");
}).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => void server.close().closeAllConnections());
const { port } = server.address() as AddressInfo;

const request = { method: "POST", headers: {}, body: "{}", timeoutMs: 2000 };
const guarded = createGuardedFetch([]);
const local = createGuardedFetch(["127.0.0.0/8", "::1/128"]);

test.each([
  "127.0.0.1",
  "localhost",
  "0x7f.1",
  "2130706433",
  "0.0.0.0",
  "10.0.0.1",
  "169.254.169.254",
  "192.168.1.1",
  "100.64.0.1",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::ffff:0:7f00:1]",
  "[64:ff9b::7f00:1]",
  "[fe80::1]",
  "[fd00::1]",
])("%s is private, and not connected to", async (host) => {
  await expect(guarded(`http://${host}:${port}/`, request)).rejects.toThrow(OutboundRefused);
  expect(seen).toEqual([]);
});

test("what the operator lists is reached, by address and by name", async () => {
  expect(await local(`http://127.0.0.1:${port}/a`, request)).toEqual({ status: 200, body: "hello", retryAfterMs: 0 });
  expect(await local(`http://localhost:${port}/b`, request)).toEqual({ status: 200, body: "hello", retryAfterMs: 0 });
  expect(await local(`http://localhost:${port}/busy`, request)).toEqual({
    status: 429,
    body: "",
    retryAfterMs: 90_000,
  });
  await expect(local("http://10.0.0.1/", request)).rejects.toThrow(OutboundRefused);
});

test("a redirect is an answer, not a way on", async () => {
  expect((await local(`http://127.0.0.1:${port}/away`, request)).status).toBe(302);
});

test("a public address is not refused", async () => {
  const aborted = AbortSignal.abort(new Error("not really sent"));
  await expect(guarded("http://8.8.8.8/", { ...request, signal: aborted })).rejects.toThrow("not really sent");
});

test("silence ends, and a long answer is cut", async () => {
  await expect(local(`http://127.0.0.1:${port}/silent`, { ...request, timeoutMs: 50 })).rejects.toThrow(/timeout/i);
  const { body } = await local(`http://127.0.0.1:${port}/long`, request);
  expect(body.length).toBeLessThan(200_000);
});

test("only http and https", async () => {
  await expect(local("file:///etc/hosts", request)).rejects.toThrow(TypeError);
});
