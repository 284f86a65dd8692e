import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { afterAll, expect, test } from "vitest";
import { newSecret } from "#server/core/ids.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { serve } from "#test/fakes/serve.ts";

/** The product's published keys: real ones over HTTP, and times when they cannot be read. */
const pairs = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256"), generateKeyPair("ES256")]);
const [known, second, strange] = pairs.map(({ privateKey }) => privateKey) as [CryptoKey, CryptoKey, CryptoKey];
const published = await Promise.all(
  pairs.slice(0, 2).map(async ({ publicKey }, n) => ({ ...(await exportJWK(publicKey)), alg: "ES256", kid: `k${n}` })),
);
let away = true;
const server = createServer((_request, response) => {
  response.writeHead(away ? 503 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify({ keys: published }));
});
const { url, close } = await serve(server);
afterAll(close);

const { app, deps } = await openTestHub({
  env: { WORKSPACE_JWT_SECRET: "", WORKSPACE_JWKS_URL: `${url}/keys` },
});

const enter = async (key: CryptoKey, header: { kid?: string } = { kid: "k0" }) => {
  const token = await new SignJWT({ workspace: "acme", email: "ada@example.com", name: "Ada" })
    .setProtectedHeader({ alg: "ES256", ...header })
    .setSubject("user-1")
    .setAudience(deps.config.publicUrl)
    .setJti(newSecret())
    .setExpirationTime("5m")
    .sign(key);
  const response = await app.request("/api/session", withJson("POST", { token }));
  return { status: response.status, detail: ((await response.json()) as { detail?: string }).detail };
};

test("while the keys cannot be read, the customer is asked to try again", async () => {
  expect(await enter(known)).toMatchObject({ status: 503, detail: expect.stringContaining("Try again in a minute") });
});

test("keys that the product publishes let in, and no others", async () => {
  away = false;
  expect((await enter(known)).status).toBe(200);
  expect((await enter(second, { kid: "k1" })).status).toBe(200);
  expect(await enter(strange)).toMatchObject({ status: 401, detail: "This link was not signed by the product." });
  const nameless = "This link names no key that the product publishes.";
  expect(await enter(strange, { kid: "k9" })).toEqual({ status: 401, detail: nameless });
  // several keys would fit: which one is meant has to be said
  expect(await enter(known, {})).toEqual({ status: 401, detail: nameless });
});
