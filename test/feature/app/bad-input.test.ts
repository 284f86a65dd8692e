import type { OpenAPIV3_1 } from "openapi-types";
import { describe, expect, test } from "vitest";
import { makeApiKey } from "#server/auth/api-keys.ts";
import { API_SCOPE_NAMES } from "#server/auth/api-scopes.values.ts";
import { Problem } from "#server/core/problem.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { signInCustomer } from "#test/support/customer.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";

const hub = await openTestHub({ knowledge: sampleKnowledge });
const { app, logged } = hub;
/** Staff and customer in one browser. */
const cookie = [await signInAdmin(hub), await signInCustomer(hub)].join("; ");
const { key } = await makeApiKey(hub.deps, { id: "usr_1", name: "Ada" }, { name: "key", scopes: [...API_SCOPE_NAMES] });

type Operation = { method: string; path: string; hasBody: boolean; staff: boolean };
const METHODS = ["get", "post", "put", "patch", "delete"] as const;
const document = (await (await app.request("/api/openapi.json")).json()) as OpenAPIV3_1.Document;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  METHODS.flatMap((method): Operation[] => {
    const operation = item?.[method];
    const staff = /^\/(desk|v1)\//.test(path) && path !== "/desk/join";
    return operation ? [{ method: method.toUpperCase(), path, hasBody: Boolean(operation.requestBody), staff }] : [];
  }),
);
const bodies = operations.filter(({ hasBody }) => hasBody);
const named = (list: Operation[]) => list.map((one) => [`${one.method} ${one.path}`, one] as const);

function send({ method, path }: Operation, body: BodyInit | null, type: string | null, signedIn = true) {
  const headers = {
    origin: "http://localhost:4321",
    ...(type && { "content-type": type }),
    ...(signedIn && { cookie }),
    // programs alone name themselves so
    ...(signedIn && path.startsWith("/v1/") && { authorization: `Bearer ${key}` }),
  };
  return app.request(`/api${path.replaceAll(/\{\w+\}/g, "nothing")}`, { method, headers, body });
}

async function expectProblem(response: Response, statuses: number[]) {
  expect(statuses).toContain(response.status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.instance).toBe(response.headers.get("x-request-id"));
  return problem;
}

test("every route that there is is described", () => {
  const described = new Set(operations.map(({ method, path }) => `${method} /api${path}`));
  const routes = app.routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"));
  const missing = routes
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`)
    .filter((route) => !described.has(route) && !/openapi\.json|\/docs|\/auth\//.test(route));
  expect(new Set(missing)).toEqual(new Set());
});

describe.each(named(bodies))("%s", (_name, operation) => {
  test("refuses what is not JSON, and JSON that is not JSON", async () => {
    await expectProblem(await send(operation, "name=Ann", "application/x-www-form-urlencoded"), [415]);
    await expectProblem(await send(operation, "x", "text/plain"), [415]);
    await expectProblem(await send(operation, new Uint8Array(8), null), [415]);
    await expectProblem(await send(operation, "{", "application/json"), [400]);
    await expectProblem(await send(operation, "", "application/json"), [400]);
  });

  test("refuses the wrong shape and says which field, and why", async () => {
    for (const body of ["[]", "null", '"text"', "7", "[[[[]]]]"])
      await expectProblem(await send(operation, body, "application/json"), [400]);
    // where everything may be left out, something has to be wrong
    const wrong = operation.path.endsWith("/connect") ? '{"site":7}' : "{}";
    const problem = await expectProblem(await send(operation, wrong, "application/json"), [400]);
    expect(problem.errors?.length).toBeGreaterThan(0);
    for (const { field, reason } of problem.errors ?? []) expect([field, reason]).not.toContain("");
  });

  test("refuses what is too large, by its bytes", async () => {
    const large = JSON.stringify({ message: "é".repeat(600_000) });
    await expectProblem(await send(operation, large, "application/json"), [413]);
  });
});

test.each(named(operations.filter(({ staff }) => staff)))(
  "%s lets nobody in who is not signed in",
  async (_name, one) => {
    await expectProblem(await send(one, one.hasBody ? "{}" : null, "application/json", false), [401, 403]);
  },
);

test.each(named(operations.filter(({ path }) => path.includes("{"))))("%s knows no such thing", async (_name, one) => {
  await expectProblem(await send(one, one.hasBody ? "{}" : null, one.hasBody ? "application/json" : null), [400, 404]);
});

test.each(named(operations))("%s refuses other methods", async (_name, one) => {
  const taken = operations.filter(({ path }) => path === one.path).map(({ method }) => method);
  const other = ["PUT", "DELETE"].find((method) => !taken.includes(method)) ?? "PATCH";
  const response = await send({ ...one, method: other }, null, null);
  await expectProblem(response, [405]);
  expect(response.headers.get("allow")?.split(", ").sort()).toEqual(taken.sort());
});

test("a version that cannot be counted on from is refused", async () => {
  const change = { method: "PATCH", path: "/desk/cases/x", hasBody: true, staff: true };
  const body = JSON.stringify({ state: "open", version: Number.MAX_SAFE_INTEGER });
  await expectProblem(await send(change, body, "application/json"), [400]);
});

test("none of it was a fault of ours", () => {
  expect(logged).toEqual([]);
});
