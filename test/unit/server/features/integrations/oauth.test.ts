import { afterEach, beforeEach, expect, it } from "vitest";
import type { Finish } from "#server/features/integrations/connector.ts";
import { authorizeUrl, exchangeCode, refreshTokens } from "#server/features/integrations/connectors/oauth.ts";
import { openVendorFetch } from "#server/features/integrations/open-vendor-fetch.ts";
import { startEmulator, type Answer, type Asked, type Emulator } from "../../../../fakes/crm/emulator.ts";

const app = { clientId: "app-1", clientSecret: "canary-secret", appKey: "" };
const fetch = openVendorFetch();
let crm: Emulator;
let answer: Answer;
let asked: Asked | undefined;

beforeEach(async () => {
  answer = { status: 200, body: { access_token: "a1", refresh_token: "r1", token_type: "bearer", expires_in: 1800 } };
  crm = await startEmulator((request) => {
    asked = request;
    return answer;
  });
});
afterEach(() => crm.close());

const server = () => ({ authorizeUrl: `${crm.url}/authorize`, tokenUrl: `${crm.url}/token` });
const comeBack = (query: string): Finish => ({
  kind: "callback",
  site: { id: "main", title: "", apiBase: crm.url, authBase: crm.url },
  callbackUrl: new URL(`https://hub.example.com/back?${query}`),
  redirectUri: "https://hub.example.com/back",
  state: "state-1",
  verifier: "v".repeat(43),
});
const exchange = (query: string, mend?: (body: unknown) => unknown) =>
  exchangeCode(app, fetch, { ...server(), ...(mend && { mend }) }, comeBack(query));

it("sends the customer with PKCE, and without scopes where the app has them", () => {
  const { site, redirectUri } = comeBack("") as Finish & { kind: "callback" }; // made above
  const url = authorizeUrl(app, server().authorizeUrl, { site, redirectUri, state: "s", challenge: "c" }, []);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: "code",
    client_id: "app-1",
    redirect_uri: redirectUri,
    state: "s",
    code_challenge: "c",
    code_challenge_method: "S256",
  });
});

it("changes a code for tokens, with the verifier and the app's secret", async () => {
  expect(await exchange("code=c1&state=state-1")).toMatchObject({ access_token: "a1", refresh_token: "r1" });
  expect(asked?.form.get("code_verifier")).toBe("v".repeat(43));
  expect(asked?.form.get("client_secret")).toBe("canary-secret");
});

it("mends a token answer that is not a standard one", async () => {
  answer = { status: 200, body: { token: "a2" } };
  await expect(exchange("code=c1&state=state-1")).rejects.toMatchObject({ code: "unreadable" });
  const mended = await exchange("code=c1&state=state-1", () => ({ access_token: "a2", token_type: "bearer" }));
  expect(mended).toMatchObject({ access_token: "a2" });
});

it.each(["error=access_denied&state=state-1", "code=c1&state=other", "code=c1&state=state-1&iss=https://evil.example"])(
  "refuses what came back as %s, and asks for no token",
  async (query) => {
    await expect(exchange(query)).rejects.toMatchObject({ code: "refused" });
    expect(crm.calls).toEqual([]);
  },
);

it.each([
  ["invalid_grant", "revoked"],
  ["invalid_client", "wrong_app"],
  ["invalid_request", "refused"],
])("says of %s when renewing that it is %s", async (error, code) => {
  answer = { status: 400, body: { error, error_description: "canary-secret" } };
  await expect(refreshTokens(app, fetch, server(), "r1")).rejects.toMatchObject({ code, seen: `400 ${error}` });
});

it("says how long to wait when there were too many", async () => {
  crm.fail("limit");
  await expect(refreshTokens(app, fetch, server(), "r1")).rejects.toMatchObject({ code: "limited", retryAfter: 7 });
});
