/** The doctor asks a hub that runs, through a proxy or without one, whom it takes the asker for. */
import { request as send, createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "#server/core/config.ts";
import { signSeen } from "#server/core/seen.ts";
import { checkProxy, describeSeen } from "#server/doctor/check-proxy.ts";
import { listenOnLoopback } from "#test/support/ask-over-http.ts";
import { openTestHub } from "#test/support/hub.ts";
import { serve } from "#test/fakes/serve.ts";

const AUTH_SECRET = "q8ZrT2mXv5KpW9sLc3NdF7hJ1bGyE4uA";
const plain = await listenOnLoopback(await openTestHub({ env: { AUTH_SECRET } }));
const trusting = await listenOnLoopback(await openTestHub({ env: { AUTH_SECRET, TRUSTED_PROXIES: "127.0.0.0/8" } }));

async function listen(server: Server): Promise<string> {
  const { url, close } = await serve(server);
  onTestFinished(close);
  return url;
}

/** What a proxy on the way adds. */
const proxyTo = (hub: string, more: IncomingHttpHeaders): Promise<string> =>
  listen(
    createServer((asked, answer) => {
      const passed = send(hub + asked.url, { headers: { ...asked.headers, ...more } }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      });
      asked.pipe(passed);
    }),
  );

async function look(publicUrl: string, secret = AUTH_SECRET) {
  const config = readConfig({ AUTH_SECRET: secret, PUBLIC_URL: publicUrl });
  const found = await checkProxy({ config, now: () => new Date(), clocks: [] }, true);
  return found.map(({ state, says, todo }) => `${state}: ${says} ${todo ?? ""}`.trim());
}

test("without a proxy there is nothing to say", async () => {
  expect(await look(plain)).toEqual([]);
});

test("a proxy that is not trusted is named, and what to set", async () => {
  const proxy = await proxyTo(plain, { "x-forwarded-for": "203.0.113.7" });
  const [said] = await look(proxy);
  expect(said).toContain("warning: The one at 127.0.0.1 is not trusted: all readers share one limit.");
  expect(said).toContain("127.0.0.1/32");
});

test("behind one that is trusted: whom the hub takes the asker for", async () => {
  const proxy = await proxyTo(trusting, { "x-forwarded-for": "203.0.113.7" });
  expect(await look(proxy)).toEqual([
    "ok: The one at 127.0.0.1 is trusted; the hub takes this machine for 203.0.113.7.",
  ]);
});

test("https without X-Forwarded-For: somebody is before the hub, and does not say who asks", () => {
  const seen = { connection: "172.18.0.1", isTrusted: true, isForwarded: false, address: "172.18.0.1" };
  expect(describeSeen(seen, "https://help.example.com")).toMatchObject([
    { state: "warning", says: expect.stringContaining("172.18.0.1 does not say who asks") },
  ]);
  const ipv6 = { connection: "fd00::1", isTrusted: false, isForwarded: true, address: "fd00::1" };
  expect(describeSeen(ipv6, "https://help.example.com")[0]?.todo).toContain("fd00::1/128");
});

test("with the secret of another hub it is told so, and strangers find no such page", async () => {
  expect((await look(plain, AUTH_SECRET.toLowerCase()))[0]).toMatch(/^warning: .*does not know this doctor/);
  const now = Date.now();
  const old = signSeen(AUTH_SECRET, new Date(now - 10 * 60_000));
  const moved = signSeen(AUTH_SECRET, new Date(now - 10 * 60_000)).replace(/^\d+/, String(now));
  for (const said of ["", "x", "NaN.x", old, moved]) {
    const response = await fetch(`${plain}/healthz/seen`, { headers: { "x-handrail-doctor": said } });
    expect([said, response.status]).toEqual([said, 404]);
  }
});
