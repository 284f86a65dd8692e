import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { apiKeys } from "#db/schema/api.ts";
import { audit } from "#db/schema/audit.ts";
import { API_SCOPE_NAMES, type ApiScope } from "#server/auth/api-scopes.values.ts";
import type { ApiKeys, NewApiKey } from "#server/auth/api-keys.schema.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { signInCustomer } from "#test/support/customer.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { caller } from "#test/support/staff.ts";

let offset = 0;
let standing: number | null = null;
const clock = { now: () => new Date((standing ?? Date.now()) + offset) };
const CONNECT = "integrations/connect-your-crm";
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  clock,
  files: { [`articles/${CONNECT}/page.md`]: "# Connect your CRM\n" },
});
const { app, db, logged } = hub;
const desk = caller(hub);
const admin = await signInAdmin(hub);
const customer = await signInCustomer(hub);

async function makeKey(scopes: ApiScope[], more: { name?: string; days?: number } = {}): Promise<NewApiKey> {
  const answer = await desk("POST", "/desk/api-keys", admin, { name: "A script", scopes, ...more });
  expect(answer.status).toBe(201);
  return answer.json();
}
const listed = async () => ((await (await desk("GET", "/desk/api-keys", admin)).json()) as ApiKeys).keys;

const call = (method: string, path: string, key: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.request(`/api/v1${path}`, withJson(method, body, { ...(key && { authorization: `Bearer ${key}` }), ...headers }));

/** Every route that keys open, and the scope that it takes; null: any key. */
const ROUTES: Record<string, ApiScope | null> = {
  "GET /api/v1/key": null,
  "GET /api/v1/search": "articles:read",
  "GET /api/v1/articles": "articles:read",
  "GET /api/v1/articles/:topic/:slug": "articles:read",
  "POST /api/v1/ask": "ask",
  "POST /api/v1/answers/:answerId/vote": "ask",
  "POST /api/v1/votes": "votes:write",
  "GET /api/v1/reports": "reports:read",
  "GET /api/v1/cases": "cases:read",
  "GET /api/v1/cases/:id": "cases:read",
  "POST /api/v1/cases": "cases:write",
  "POST /api/v1/cases/:id/replies": "cases:write",
};

test("every route for keys has a line, and every line a route", () => {
  const routes = app.routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/v1/"));
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(Object.keys(ROUTES)));
});

test("the document says the same", async () => {
  const { paths } = await (await app.request("/api/openapi.json")).json();
  for (const [route, scope] of Object.entries(ROUTES)) {
    const [method = "", path = ""] = route.split(" ");
    const address = path.replace("/api", "").replaceAll(/:(\w+)/g, "{$1}");
    expect([route, paths[address][method.toLowerCase()].security]).toEqual([route, [{ key: scope ? [scope] : [] }]]);
  }
});

const keys = new Map(
  await Promise.all(API_SCOPE_NAMES.map(async (scope) => [scope, (await makeKey([scope])).key] as const)),
);

test.each(Object.entries(ROUTES))("%s opens for its scope alone", async (route, scope) => {
  const [method = "", address = ""] = route.split(" ");
  const path = address.replace("/api/v1", "").replaceAll(/:\w+/g, "nothing");
  for (const [held, key] of keys) {
    const { status } = await call(method, path, key);
    if (scope === null || held === scope) expect([401, 403]).not.toContain(status);
    else expect(status).toBe(403);
    expect(status).toBeLessThan(500);
  }
  const none = await app.request(address.replaceAll(/:\w+/g, "nothing"), { method });
  expect(none.status).toBe(401);
  // neither staff nor a customer comes in by their session
  for (const cookie of [admin, customer]) {
    const headers = { cookie, origin: hub.deps.config.publicUrl };
    expect((await app.request(address.replaceAll(/:\w+/g, "nothing"), { method, headers })).status).toBe(401);
  }
});

test("a key is told once, kept as a hash, listed by its beginning, and noted in the log", async () => {
  const { id, key } = await makeKey(["ask", "ask"], { name: "Once", days: 30 });
  expect(key).toMatch(/^hr_[\w-]{22}$/);
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  expect(JSON.stringify(row)).not.toContain(key.slice(7));
  const found = (await listed()).find((one) => one.id === id);
  expect(found).toMatchObject({
    name: "Once",
    prefix: key.slice(0, 7),
    scopes: ["ask"],
    madeBy: "Admin",
    state: "live",
  });
  expect(JSON.stringify(found)).not.toContain(key);
  const [deed] = await db.select().from(audit).where(eq(audit.objectId, id));
  expect(deed).toMatchObject({ action: "api-key.made", staffName: "Admin" });
  expect(JSON.stringify(deed)).not.toContain(key.slice(7));
});

test("one that is revoked, has expired or never was opens nothing", async () => {
  const { id, key } = await makeKey(["ask"]);
  const short = await makeKey(["ask"], { days: 30 });
  expect((await call("GET", "/key", key)).status).toBe(200);
  expect((await desk("DELETE", `/desk/api-keys/${id}`, admin)).status).toBe(204);
  expect((await desk("DELETE", `/desk/api-keys/${id}`, admin)).status).toBe(404);
  const refused = await call("GET", "/key", key);
  expect([refused.status, (await refused.json()).detail]).toEqual([
    401,
    "This key is none of this hub's, or was revoked.",
  ]);
  offset = 31 * DAY_MS;
  expect((await (await call("GET", "/key", short.key)).json()).detail).toContain("has expired");
  offset = 0;
  for (const wrong of ["hr_", `hr_${"x".repeat(22)}`, "nothing", `${key}x`])
    expect((await call("GET", "/key", wrong)).status).toBe(401);
  expect((await listed()).find((one) => one.id === id)?.state).toBe("revoked");
});

test("its last use is written once a minute", async () => {
  const { id, key } = await makeKey(["ask"]);
  const lastUsed = async () => (await listed()).find((one) => one.id === id)?.lastUsedAt;
  expect(await lastUsed()).toBeNull();
  await call("GET", "/key", key);
  const first = await lastUsed();
  expect(first).not.toBeNull();
  offset += 30_000;
  await call("GET", "/key", key);
  expect(await lastUsed()).toBe(first);
  offset += 31_000;
  await call("GET", "/key", key);
  expect(Date.parse((await lastUsed()) ?? "") - Date.parse(first ?? "")).toBeGreaterThan(60_000);
  offset = 0;
});

test("limits count for the key, not for the address", async () => {
  // however slow the machine: nothing is given back meanwhile
  standing = Date.now();
  const [busy, other] = [await makeKey(["ask"]), await makeKey(["ask"])];
  let refused = await call("GET", "/key", busy.key);
  for (let asked = 0; asked < 310 && refused.status === 200; asked++) refused = await call("GET", "/key", busy.key);
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await call("GET", "/key", other.key)).status).toBe(200);
  standing = null;
});

test("what came wrong is said, and nothing of it stands in the log", async () => {
  expect((await desk("POST", "/desk/api-keys", admin, { name: "", scopes: [] })).status).toBe(400);
  expect((await desk("POST", "/desk/api-keys", admin, { name: "x", scopes: ["everything"] })).status).toBe(400);
  const { key } = await makeKey(["ask"]);
  const broken = vi.spyOn(db, "select").mockImplementation(() => {
    throw new Error(`could not look for ${key}`);
  });
  expect((await call("GET", "/key", key)).status).toBe(500);
  broken.mockRestore();
  expect(logged.join("\n")).toContain("could not look for");
  expect(logged.join("\n")).not.toContain(key);
  logged.length = 0;
});

afterAll(() => expect(logged).toEqual([]));
