import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { twoFactor } from "#db/schema/auth.ts";
import type { CodesSetup, Me } from "#server/auth/me.schema.ts";
import { codeOf } from "#test/fakes/authenticator-app.ts";
import { openAuthenticator } from "#test/fakes/authenticator.ts";
import { openTestHub, sessionCookie } from "#test/support/hub.ts";
import { caller, enterAs, makeStaff, PASSWORD } from "#test/support/staff.ts";

let now = new Date();
const hub = await openTestHub({ clock: { now: () => now } });
const { db, deps } = hub;
const call = caller(hub);
const ORIGIN = deps.config.publicUrl;
beforeEach(() => void (now = new Date(now.getTime() + 60 * 60_000)));

const email = "ada@example.com";
const adaId = await makeStaff(hub, { role: "agent", name: "Ada", email });
const signIn = (password = PASSWORD) => call("POST", "/auth/sign-in/email", "", { email, password });
const me = async (cookie: string): Promise<Me> => (await call("GET", "/desk/me", cookie)).json();
const isIn = async (response: Response) =>
  (await (await call("GET", "/auth/session", sessionCookie(response))).json()).staff !== null;
const noted = async (action: string) =>
  (
    await db
      .select()
      .from(audit)
      .where(and(eq(audit.objectId, adaId), eq(audit.action, action)))
  ).length;

describe("codes", () => {
  let setup: CodesSetup;

  test("are begun with the password, and on once a code was right", async () => {
    const cookie = sessionCookie(await signIn());
    const refused = await call("POST", "/desk/me/codes", cookie, { password: "not this one" });
    expect([refused.status, (await refused.json()).detail]).toEqual([400, "This is not your password. Try again."]);
    setup = await (await call("POST", "/desk/me/codes", cookie, { password: PASSWORD })).json();
    expect(setup.qr).toMatch(/^<svg /);
    expect(setup.backupCodes).toHaveLength(10);
    const [kept] = await db.select().from(twoFactor);
    for (const secret of [setup.key, ...setup.backupCodes]) expect(JSON.stringify(kept)).not.toContain(secret);
    expect((await call("POST", "/desk/me/codes/confirm", cookie, { code: "000000" })).status).toBe(401);
    const on = await call("POST", "/desk/me/codes/confirm", cookie, { code: codeOf(setup.key) });
    expect(on.status).toBe(204);
    expect(await me(sessionCookie(on))).toMatchObject({ codes: true, backupCodesLeft: 10 });
    expect(await noted("staff.codes-turned-on")).toBe(1);
  });

  test("stand between the password and the desk", async () => {
    const first = await signIn();
    expect(await first.json()).toEqual({ codeNeeded: true });
    expect(await isIn(first)).toBe(false);
    const half = sessionCookie(first);
    expect((await call("GET", "/desk/cases", half)).status).toBe(401);
    expect((await call("POST", "/auth/sign-in/code", half, { code: codeOf(setup.key, -20) })).status).toBe(401);
    const second = await call("POST", "/auth/sign-in/code", half, { code: ` ${codeOf(setup.key)} ` });
    expect([second.status, await isIn(second)]).toEqual([204, true]);
    // the same half is used up, and so is the code, for whoever read it over a shoulder
    expect((await call("POST", "/auth/sign-in/code", half, { code: codeOf(setup.key) })).status).toBe(401);
    const seen = await call("POST", "/auth/sign-in/code", sessionCookie(await signIn()), { code: codeOf(setup.key) });
    expect([seen.status, (await seen.json()).detail]).toEqual([401, expect.stringContaining("tried already")]);
  });

  test("a backup code works once", async () => {
    const code = setup.backupCodes[0]!;
    const [one, two] = [sessionCookie(await signIn()), sessionCookie(await signIn())];
    const used = await call("POST", "/auth/sign-in/backup", one, { code });
    expect([used.status, await isIn(used)]).toEqual([204, true]);
    const again = await call("POST", "/auth/sign-in/backup", two, { code });
    expect([again.status, (await again.json()).detail]).toEqual([
      401,
      expect.stringContaining("another of your backup"),
    ]);
    expect((await me(sessionCookie(used))).backupCodesLeft).toBe(9);
  });

  test("five wrong ones lock the account for codes, a right one and another challenge notwithstanding", async () => {
    await db.update(twoFactor).set({ failedVerificationCount: 0 });
    const half = sessionCookie(await signIn());
    const statuses = [];
    for (let guess = 0; guess < 5; guess++)
      statuses.push((await call("POST", "/auth/sign-in/code", half, { code: `00000${guess}` })).status);
    expect(statuses).toEqual(Array(5).fill(401));
    const anew = sessionCookie(await signIn());
    const locked = await call("POST", "/auth/sign-in/code", anew, { code: codeOf(setup.key) });
    expect([locked.status, (await locked.json()).detail]).toEqual([429, expect.stringContaining("ten minutes")]);
    expect(await noted("staff.sign-in-failed")).toBeGreaterThan(0);
    await db.update(twoFactor).set({ lockedUntil: null, failedVerificationCount: 0 });
  });

  test("nobody's half-finished sign-in takes a code of anybody", async () => {
    const cookie = await enterAs(hub, adaId);
    for (const half of ["", "handrail.two_factor=2fa-made-up.signature", cookie])
      expect((await call("POST", "/auth/sign-in/code", half, { code: codeOf(setup.key) })).status).toBe(401);
  });

  test("are turned off with the password, and new backup codes take the place of the old", async () => {
    const cookie = await enterAs(hub, adaId);
    expect((await call("POST", "/desk/me/codes/backup", cookie, { password: "wrong password" })).status).toBe(400);
    const fresh = await (await call("POST", "/desk/me/codes/backup", cookie, { password: PASSWORD })).json();
    expect(fresh.backupCodes).not.toContain(setup.backupCodes[1]);
    expect((await call("POST", "/desk/me/codes/off", cookie, { password: PASSWORD })).status).toBe(204);
    expect(await (await signIn()).json()).toEqual({ codeNeeded: false });
    expect(await db.select().from(twoFactor)).toEqual([]);
  });
});

describe("passkeys", () => {
  const device = openAuthenticator(ORIGIN);
  const begin = async (cookie: string, password = PASSWORD) =>
    (await (await call("POST", "/desk/me/passkey-challenge", cookie, { password })).json()).options;
  const ask = async () => (await (await call("POST", "/auth/passkey-challenge")).json()).options;
  const enter = (credential: unknown) => call("POST", "/auth/passkey", "", { credential });

  test("are added with the password, and sign in without one", async () => {
    const cookie = await enterAs(hub, adaId);
    expect((await call("POST", "/desk/me/passkey-challenge", cookie, { password: "wrong" })).status).toBe(400);
    const credential = device.make(await begin(cookie));
    expect((await call("POST", "/desk/me/passkeys", cookie, { name: "Laptop", credential })).status).toBe(204);
    expect((await me(cookie)).passkeys).toMatchObject([{ name: "Laptop", lastUsedAt: null }]);
    const entered = await enter(device.answer(await ask()));
    expect([entered.status, await isIn(entered)]).toEqual([204, true]);
    expect((await me(sessionCookie(entered))).sessions.find(({ here }) => here)).toMatchObject({ way: "passkey" });
  });

  test("an answer works once, and only to a challenge of this hub", async () => {
    const options = await ask();
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter(device.answer(options))));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401, 401]);
    expect((await enter(device.answer({ challenge: "bWFkZSB1cA" }))).status).toBe(401);
    const late = await ask();
    now = new Date(now.getTime() + 6 * 60_000);
    expect((await enter(device.answer(late))).status).toBe(401);
  });

  test.each([
    ["from another page", { origin: "https://desk.example.org" }],
    ["without the owner's finger or PIN", { verified: false }],
    ["with a counter that goes back, as of a copy", { counter: 1 }],
  ])("an answer %s is refused", async (_why, otherwise) => {
    expect((await enter(device.answer(await ask(), otherwise))).status).toBe(401);
  });

  test("a challenge for adding is one person's, and no challenge for signing in", async () => {
    const graceId = await makeStaff(hub, { role: "writer", email: "grace@example.com" });
    const [ada, grace] = [await enterAs(hub, adaId), await enterAs(hub, graceId)];
    const options = await begin(ada);
    const other = openAuthenticator(ORIGIN);
    const add = (cookie: string, credential: unknown) =>
      call("POST", "/desk/me/passkeys", cookie, { name: "Theirs", credential });
    expect((await add(grace, other.make(options))).status).toBe(400);
    expect((await add(ada, other.make(await begin(ada), { verified: false }))).status).toBe(400);
    expect((await enter(device.answer(await begin(ada)))).status).toBe(401);
    // the same passkey cannot be two people's
    expect((await add(grace, device.make(await begin(grace)))).status).toBe(409);
  });

  test("are renamed by their owner alone: what they are called is text, and not long", async () => {
    const rename = (cookie: string, name: unknown) => call("PATCH", `/desk/me/passkeys/${device.id}`, cookie, { name });
    const ada = await enterAs(hub, adaId);
    const names = async () => (await me(ada)).passkeys.map(({ name }) => name);
    const joan = await enterAs(hub, await makeStaff(hub, { role: "admin", email: "joan@example.com" }));
    expect([(await rename(joan, "Mine")).status, await names()]).toEqual([404, ["Laptop"]]);
    for (const name of ["", "   ", "x".repeat(121), null, { toString: "x" }])
      expect((await rename(ada, name)).status).toBe(400);
    expect([(await rename(ada, " <b>Key</b> ring ")).status, await names()]).toEqual([204, ["<b>Key</b> ring"]]);
    expect((await enter(device.answer(await ask()))).status).toBe(204);
    expect(await noted("staff.passkey-renamed")).toBe(1);
  });

  test("are removed by their owner alone, and then sign nobody in", async () => {
    const eveId = await makeStaff(hub, { role: "admin", email: "eve@example.com" });
    const eve = await enterAs(hub, eveId);
    expect((await call("DELETE", `/desk/me/passkeys/${device.id}`, eve)).status).toBe(404);
    const ada = await enterAs(hub, adaId);
    expect((await call("DELETE", `/desk/me/passkeys/${device.id}`, ada)).status).toBe(204);
    expect((await enter(device.answer(await ask()))).status).toBe(401);
    expect([await noted("staff.passkey-added"), await noted("staff.passkey-removed")]).toEqual([1, 1]);
  });
});

describe("sessions", () => {
  test("are listed and ended by their owner: one, or all others", async () => {
    const [here, there, third] = [await enterAs(hub, adaId), await enterAs(hub, adaId), await enterAs(hub, adaId)];
    const listed = (await me(here)).sessions;
    expect(listed.filter((one) => one.here)).toHaveLength(1);
    const theirs = (await me(there)).sessions.find((one) => one.here)!;
    const stranger = await enterAs(hub, await makeStaff(hub, { role: "admin", email: "mallory@example.com" }));
    expect((await call("DELETE", `/desk/me/sessions/${theirs.id}`, stranger)).status).toBe(404);
    expect((await call("DELETE", `/desk/me/sessions/${theirs.id}`, here)).status).toBe(204);
    expect((await call("GET", "/desk/me", there)).status).toBe(401);
    expect((await call("GET", "/desk/me", third)).status).toBe(200);
    expect((await call("DELETE", "/desk/me/sessions", here)).status).toBe(204);
    expect([(await call("GET", "/desk/me", third)).status, (await me(here)).sessions.length]).toEqual([401, 1]);
  });

  test("the others end with a new password", async () => {
    const [here, there] = [await enterAs(hub, adaId), await enterAs(hub, adaId)];
    const change = { current: PASSWORD, next: "quite another one" };
    expect((await call("POST", "/desk/me/password", here, { ...change, current: "wrong one" })).status).toBe(400);
    expect((await call("POST", "/desk/me/password", here, change)).status).toBe(204);
    expect([(await call("GET", "/desk/me", here)).status, (await call("GET", "/desk/me", there)).status]).toEqual([
      200, 401,
    ]);
    expect((await signIn()).status).toBe(401);
    expect((await signIn(change.next)).status).toBe(200);
  });
});

test("where everybody has to have a second factor, a password alone opens the own account and nothing else", async () => {
  const strict = await openTestHub({ hub: { desk: { secondFactor: "required" } } });
  const ask = caller(strict);
  const id = await makeStaff(strict, { role: "admin", email });
  const weak = sessionCookie(await ask("POST", "/auth/sign-in/email", "", { email, password: PASSWORD }));
  expect((await (await ask("GET", "/auth/session", weak)).json()).lacksFactor).toBe(true);
  expect([(await ask("GET", "/desk/me", weak)).status, (await ask("GET", "/desk/cases", weak)).status]).toEqual([
    200, 403,
  ]);
  const { key } = await (await ask("POST", "/desk/me/codes", weak, { password: PASSWORD })).json();
  const on = await ask("POST", "/desk/me/codes/confirm", weak, { code: codeOf(key) });
  expect((await ask("GET", "/desk/cases", sessionCookie(on))).status).toBe(200);
  expect((await ask("GET", "/desk/cases", await enterAs(strict, id, "oidc"))).status).toBe(200);
});
