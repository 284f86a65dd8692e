import { describe, expect, test } from "vitest";
import { createDeskLink, hasStaff } from "#server/auth/desk-link.ts";
import { readStaff } from "#server/auth/staff.ts";
import { openTestHub, sessionCookie, signInAdmin } from "#test/support/hub.ts";
import { withForm, withJson } from "#test/support/request.ts";

const ORIGIN = "http://localhost:4321";
let now = new Date("2026-11-23T09:00:00Z");
const hub = await openTestHub({ clock: { now: () => now } });
const { app, db, deps } = hub;

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, withJson("POST", body, headers));
const newToken = async () => new URL(await createDeskLink(deps, ORIGIN)).searchParams.get("token") ?? "";
const person = { name: "Sam", email: "Sam@Example.com", password: "a long password" };

describe("the first desk account", () => {
  test("is made once by a link, even when nine use it at once", async () => {
    expect(await hasStaff(db)).toBe(false);
    const token = await newToken();
    const answers = await Promise.all(Array.from({ length: 9 }, () => post("/api/desk/join", { token, ...person })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(8).fill(403)]);
    expect(await hasStaff(db)).toBe(true);
    now = new Date(now.getTime() + 16 * 60_000);
  });

  test("is an admin, and signed in", async () => {
    const response = await post("/api/auth/sign-in/email", { email: "sam@example.com", password: person.password });
    const staff = await readStaff(deps.auth, new Headers({ cookie: sessionCookie(response) }));
    expect(staff).toMatchObject({ email: "sam@example.com", name: "Sam", role: "admin" });
  });

  test("closes the other links that were printed", async () => {
    const [one, two] = [await newToken(), await newToken()];
    expect((await post("/api/desk/join", { token: one, ...person, email: "second@example.com" })).status).toBe(201);
    expect((await post("/api/desk/join", { token: two, ...person, email: "third@example.com" })).status).toBe(403);
  });

  test("is not made when the address is taken, and the link stays open", async () => {
    const token = await newToken();
    expect((await post("/api/desk/join", { token, ...person })).status).toBe(409);
    expect((await post("/api/desk/join", { token, ...person, email: "fourth@example.com" })).status).toBe(201);
  });

  test("is not made by a link of yesterday", async () => {
    const token = await newToken();
    now = new Date(now.getTime() + 25 * 60 * 60_000);
    const response = await post("/api/desk/join", { token, ...person, email: "late@example.com" });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      code: "forbidden",
      detail: expect.stringContaining("npm run desk:link"),
    });
  });

  test("is made on a page too, without script", async () => {
    const token = await newToken();
    const page = await app.request(`/desk/join/?token=${token}`);
    expect(await page.text()).toContain(`value="${token}"`);
    const response = await app.request(
      "/desk/join/",
      withForm({ token, ...person, email: "page@example.com" }, { origin: ORIGIN }),
    );
    expect([response.status, response.headers.get("location")]).toEqual([303, "/desk/"]);
    expect(sessionCookie(response)).toContain("handrail.session_token=");
    expect((await app.request(`/desk/join/?token=${token}`)).status).toBe(403);
  });

  test("needs a password of ten characters", async () => {
    const response = await post("/api/desk/join", { token: "x", ...person, password: "short" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: "password", reason: "use at least 10 characters" }],
    });
  });
});

describe("signing in", () => {
  test("with a wrong password or an unknown address says the same, as a problem", async () => {
    const wrong = await post("/api/auth/sign-in/email", { email: "sam@example.com", password: "not this one" });
    const unknown = await post("/api/auth/sign-in/email", { email: "nobody@example.com", password: "not this one" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.headers.get("content-type")).toBe("application/problem+json");
    expect((await wrong.json()).detail).toBe((await unknown.json()).detail);
  });

  test("nobody signs up by themselves", async () => {
    const response = await post("/api/auth/sign-up/email", { ...person, email: "stranger@example.com" });
    expect(response.status).toBe(404);
    const signIn = await post("/api/auth/sign-in/email", { email: "stranger@example.com", password: person.password });
    expect(signIn.status).toBe(401);
  });

  test("none of better-auth's own routes is open, not even to an admin", async () => {
    const admin = { cookie: await signInAdmin(hub, "curious@example.com"), origin: ORIGIN };
    const ours = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
    const open: string[] = [];
    for (const { path, options } of Object.values(deps.auth.api) as { path?: string; options: { method: unknown } }[]) {
      for (const method of [options.method].flat() as string[]) {
        const headers = { ...admin, "content-type": "application/json" };
        const body = method === "GET" ? null : "{}";
        const { status } = await app.request(`/api/auth${path}`, { method, headers, body });
        if (status !== 404 && status !== 405) open.push(`${method} /api/auth${path}`);
      }
    }
    // the same names, with the hub's own route behind them
    expect(open.toSorted()).toEqual(["POST /api/auth/sign-in/email", "POST /api/auth/sign-out"]);
    expect(open.filter((route) => !ours.has(route))).toEqual([]);
  });

  test("is limited for an address", async () => {
    now = new Date(now.getTime() + 60 * 60_000);
    const tries = [];
    for (let count = 0; count < 22; count++)
      tries.push(
        (await post("/api/auth/sign-in/email", { email: `a${count}@example.com`, password: "wrong guess" })).status,
      );
    expect(tries.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(tries.slice(20)).toEqual([429, 429]);
  });

  test("signing out ends the session", async () => {
    now = new Date(now.getTime() + 60 * 60_000);
    const cookie = await signInAdmin(hub, "leaving@example.com");
    expect((await post("/api/auth/sign-out", {}, { cookie, origin: ORIGIN })).status).toBe(204);
    expect(await readStaff(deps.auth, new Headers({ cookie }))).toBeNull();
  });
});
