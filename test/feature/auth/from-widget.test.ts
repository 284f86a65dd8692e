import { expect, test } from "vitest";
import { signToken } from "#test/support/customer.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub();
const { app, deps } = hub;
const origin = deps.config.publicUrl;

async function bearerOf(workspace: string): Promise<string> {
  const response = await app.request(
    "/api/session/bearer",
    withJson("POST", { token: await signToken(deps.config, { workspace }) }, { origin }),
  );
  return ((await response.json()) as { bearer: string }).bearer;
}

const open = (fields: Record<string, string>, headers: Record<string, string> = { origin }) =>
  app.request("/de/sign-in/from-widget/", { method: "POST", headers, body: new URLSearchParams(fields) });
const meBy = async (response: Response) => {
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  return (await app.request("/api/me", { headers: { cookie } })).json();
};

test("who is signed in within the frame is signed in within the tab that it opens, by a session of its own", async () => {
  const bearer = await bearerOf("acme");
  const response = await open({ bearer, returnTo: "/de/setup/hubspot/#check" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/de/setup/hubspot/#check");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly/i);
  expect(response.headers.getSetCookie().join()).not.toContain(bearer);
  expect(await meBy(response)).toMatchObject({ customer: { workspace: { name: "acme" } } });
  // the host's product signs out of the panel; the tab is the customer's to leave
  await app.request("/api/session", { method: "DELETE", headers: { authorization: `Bearer ${bearer}` } });
  expect(await meBy(response)).toMatchObject({ customer: { workspace: { name: "acme" } } });
  const after = await open({ bearer });
  expect([after.status, after.headers.getSetCookie(), after.headers.get("location")]).toEqual([303, [], "/de/setup/"]);
});

test("a session that is none opens the page, and signs nobody in", async () => {
  const response = await open({ bearer: "nobody", returnTo: "/setup/" });
  expect([response.status, response.headers.getSetCookie()]).toEqual([303, []]);
});

test("another site's page signs nobody in, and nobody is led to another site", async () => {
  const bearer = await bearerOf("acme");
  expect((await open({ bearer }, { origin: "https://evil.example" })).status).toBe(403);
  for (const returnTo of ["https://evil.example/", "//evil.example", "/\\evil.example"])
    expect((await open({ bearer, returnTo })).headers.get("location"), returnTo).toBeNull();
  expect((await open({ bearer: "a b" })).status).toBeGreaterThanOrEqual(400);
});
