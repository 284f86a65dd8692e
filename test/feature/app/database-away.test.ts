import { expect, test } from "vitest";
import { DatabaseUnavailable } from "#db/errors.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";

const hub = await openTestHub();
const { app, db } = hub;
const headers = {
  cookie: await signInAdmin(hub),
  origin: "http://localhost:4321",
  "content-type": "application/json",
};
const account = JSON.stringify({ email: "admin@example.com", password: "a long password" });
const change = JSON.stringify({ current: "a long password", next: "another long one" });

test.each([
  ["GET", "/api/desk/cases", null],
  ["GET", "/api/auth/session", null],
  ["GET", "/api/desk/people", null],
  ["POST", "/api/auth/sign-in/email", account],
  ["POST", "/api/desk/me/password", change],
])("%s %s says when to try again while the database is away", async (method, path, body) => {
  const { select } = db;
  db.select = () => {
    throw new DatabaseUnavailable("gone");
  };
  const response = await app.request(path, { method, headers, body });
  db.select = select;
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.text()).not.toContain("gone");
});

test("and then everything goes on", async () => {
  expect((await app.request("/api/desk/cases", { headers })).status).toBe(200);
});
