import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members } from "#db/schema/workspaces.ts";
import { signInCustomer, signToken } from "#test/support/customer.ts";
import { openTestHub, signInAdmin, sessionCookie } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub({ env: { SMTP_URL: "smtp://127.0.0.1:1" } });
const { app, deps } = hub;

const enter = (token: string) => app.request("/api/session", withJson("POST", { token }));
const readMe = async (cookie = "") => (await app.request("/api/me", { headers: { cookie } })).json();

test("nobody is signed in at first, and is told how they could be", async () => {
  expect(await readMe()).toEqual({ customer: null, ways: { mail: true, product: true } });
});

test("the product's token signs a customer in to their workspace", async () => {
  const token = await signToken(deps.config, { workspace: "w-77", workspace_name: "Acme", email: "Ada@Example.com" });
  const response = await enter(token);
  const { customer } = (await response.json()) as { customer: { workspace: { id: string } } };
  expect(customer).toMatchObject({ email: "ada@example.com", name: "Ada", workspace: { name: "Acme" } });
  expect(await readMe(sessionCookie(response))).toMatchObject({ customer });
  expect(response.headers.getSetCookie().join()).toMatch(/^handrail_customer\..*HttpOnly.*SameSite=Lax/);
});

test("one address in two workspaces: a session sees the one it came for", async () => {
  const [first, second] = [
    await signInCustomer(hub, { workspace: "one" }),
    await signInCustomer(hub, { workspace: "two" }),
  ];
  expect(await readMe(first)).toMatchObject({ customer: { workspace: { name: "one" } } });
  expect(await readMe(second)).toMatchObject({ customer: { workspace: { name: "two" } } });
});

test("a token works once, even when it is used twice at the same time", async () => {
  const token = await signToken(deps.config);
  const statuses = (await Promise.all(Array.from({ length: 5 }, () => enter(token)))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 401, 401, 401, 401]);
});

const base64 = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
const claims = () => ({
  sub: "u",
  workspace: "acme",
  email: "eve@example.com",
  aud: deps.config.publicUrl,
  jti: "0123456789",
  exp: Math.floor(Date.now() / 1000) + 60,
});
const withoutSignature = () => `${base64({ alg: "none" })}.${base64(claims())}.`;
const withOtherAlgorithm = () => {
  const body = `${base64({ alg: "HS512" })}.${base64(claims())}`;
  const secret = "a secret of the product, long enough";
  return `${body}.${createHmac("sha512", secret).update(body).digest("base64url")}`;
};

test.each([
  ["for somebody else", () => signToken(deps.config, { aud: "https://other.example.com" }), "aud"],
  ["too old", () => signToken(deps.config, {}, { seconds: -60 }), "too old"],
  ["valid for too long", () => signToken(deps.config, {}, { seconds: 3600 }), "ten minutes"],
  ["signed by another", () => signToken(deps.config, {}, { secret: "x".repeat(32) }), "not signed by the product"],
  ["without a workspace", () => signToken(deps.config, { workspace: "" }), "workspace"],
  ["without its person", () => signToken(deps.config, { sub: undefined }), "lacks something that it must say: sub"],
  ["without a number", () => signToken(deps.config, { jti: undefined }), "lacks something that it must say: jti"],
  ["without an end", () => signToken(deps.config, { exp: undefined }), "lacks something that it must say: exp"],
  ["without an address", () => signToken(deps.config, { email: "nobody" }), "email"],
  ["not signed at all", withoutSignature, "not signed by the product"],
  ["signed in another way", withOtherAlgorithm, "not signed by the product"],
  ["no token", () => "abc", "cut off"],
])("a token %s is refused, and says why", async (_what, make, says) => {
  const response = await enter(await make());
  expect(response.status).toBe(401);
  expect(((await response.json()) as { detail: string }).detail).toContain(says);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test("a token that says no name leaves the name that is known", async () => {
  await signInCustomer(hub, { email: "grace@example.com", name: "Grace" });
  const cookie = await signInCustomer(hub, { email: "grace@example.com", name: undefined });
  expect(await readMe(cookie)).toMatchObject({ customer: { name: "Grace" } });
});

test("a customer never opens the desk, and staff no workspace", async () => {
  const customer = await signInCustomer(hub);
  const staff = await signInAdmin(hub);
  expect((await app.request("/api/desk/cases", { headers: { cookie: customer } })).status).toBe(401);
  expect(await readMe(staff)).toMatchObject({ customer: null });
  // one's value under the other's name
  const renamed = customer.replaceAll("handrail_customer.", "handrail.");
  expect((await app.request("/api/desk/cases", { headers: { cookie: renamed } })).status).toBe(401);
  const turned = staff.replaceAll("handrail.", "handrail_customer.");
  expect(await readMe(turned)).toMatchObject({ customer: null });
});

test("who belongs to a workspace no more is out of it at once, with the session that they had", async () => {
  const cookie = await signInCustomer(hub, { workspace: "left", email: "leaver@example.com" });
  const { customer } = (await readMe(cookie)) as { customer: { workspace: { id: string } } };
  await deps.db.delete(members).where(eq(members.workspaceId, customer.workspace.id));
  expect(await readMe(cookie)).toMatchObject({ customer: null });
  expect((await app.request("/api/connections/con_any", { headers: { cookie } })).status).toBe(401);
});

test("who signs out is out, with the old cookie too", async () => {
  const cookie = await signInCustomer(hub);
  const left = await app.request("/api/session", {
    method: "DELETE",
    headers: { cookie, origin: deps.config.publicUrl },
  });
  expect(left.status).toBe(204);
  expect(await readMe(cookie)).toMatchObject({ customer: null });
});
