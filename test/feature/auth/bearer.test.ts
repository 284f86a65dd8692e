import { expect, test } from "vitest";
import { signInCustomer, signToken } from "#test/support/customer.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub();
const { app, deps } = hub;
type Entered = { bearer: string; customer: { email: string; workspace: { name: string } } };

const enter = async (workspace: string) =>
  app.request(
    "/api/session/bearer",
    withJson("POST", { token: await signToken(deps.config, { workspace }) }, { origin: deps.config.publicUrl }),
  );
const bearerOf = async (workspace: string) => ((await (await enter(workspace)).json()) as Entered).bearer;
const readMe = async (headers: Record<string, string>) => (await app.request("/api/me", { headers })).json();
const NOBODY = { customer: null };

test("the product's token becomes a session without cookies", async () => {
  const response = await enter("acme");
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { bearer, customer } = (await response.json()) as Entered;
  expect(customer.workspace.name).toBe("acme");
  expect(await readMe({ authorization: `Bearer ${bearer}` })).toMatchObject({ customer });
  const own = await app.request("/api/integrations", { headers: { authorization: `Bearer ${bearer}` } });
  expect(own.status).toBe(200);
});

test("who says a bearer is its customer, whatever cookies come along", async () => {
  const cookie = await signInCustomer(hub, { workspace: "by cookie" });
  const authorization = `Bearer ${await bearerOf("by bearer")}`;
  expect(await readMe({ cookie, authorization })).toMatchObject({ customer: { workspace: { name: "by bearer" } } });
  expect(await readMe({ cookie })).toMatchObject({ customer: { workspace: { name: "by cookie" } } });
  // a wrong one is nobody, and not who the cookie says
  expect(await readMe({ cookie, authorization: "Bearer nobody" })).toMatchObject(NOBODY);
});

test("one that was changed, or carries more than itself, opens nothing", async () => {
  const bearer = await bearerOf("acme");
  const cookie = await signInCustomer(hub, { workspace: "other" });
  for (const wrong of [bearer.slice(1), `${bearer.slice(0, -4)}AAAA`, `x;${cookie}`, `x,${cookie}`, `Basic ${bearer}`])
    expect(await readMe({ authorization: `Bearer ${wrong}` }), wrong).toMatchObject(NOBODY);
});

test("it ends where the customer leaves, and does not open the desk", async () => {
  const authorization = `Bearer ${await bearerOf("acme")}`;
  expect((await app.request("/api/desk/cases", { headers: { authorization } })).status).toBe(401);
  const left = await app.request("/api/session", { method: "DELETE", headers: { authorization } });
  expect(left.status).toBe(204);
  expect(await readMe({ authorization })).toMatchObject(NOBODY);
});

test("the token of the product works once, here or as a cookie", async () => {
  const token = await signToken(deps.config);
  const send = (path: string) => app.request(path, withJson("POST", { token }));
  expect((await send("/api/session/bearer")).status).toBe(200);
  expect((await send("/api/session")).status).toBe(401);
});

test("another site's page cannot sign somebody in", async () => {
  const response = await app.request(
    "/api/session/bearer",
    withJson("POST", { token: await signToken(deps.config) }, { origin: "https://evil.example" }),
  );
  expect(response.status).toBe(403);
});
