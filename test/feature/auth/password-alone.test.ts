import { expect, test } from "vitest";
import { account } from "#db/schema/auth.ts";
import { oidcProviderId } from "#server/auth/admit-oidc.ts";
import { codeOf } from "#test/fakes/authenticator-app.ts";
import { openAuthenticator } from "#test/fakes/authenticator.ts";
import { openTestHub, sessionCookie } from "#test/support/hub.ts";
import { caller, enterAs, makeStaff, PASSWORD } from "#test/support/staff.ts";

const ISSUER = "https://login.example.com";
const env = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: "desk", OIDC_CLIENT_SECRET: "a client's secret" };
const hub = await openTestHub({ env, hub: { desk: { secondFactor: "required" } } });
const call = caller(hub);
const device = openAuthenticator(hub.deps.config.publicUrl);

let made = 0;
async function makePerson() {
  const email = `${++made}@example.com`;
  const id = await makeStaff(hub, { role: "admin", email });
  const byPassword = async () =>
    sessionCookie(await call("POST", "/auth/sign-in/email", "", { email, password: PASSWORD }));
  return { id, byPassword };
}
const beginCodes = (cookie: string) => call("POST", "/desk/me/codes", cookie, { password: PASSWORD });
const confirm = (cookie: string, key: string) => call("POST", "/desk/me/codes/confirm", cookie, { code: codeOf(key) });
const challenge = (cookie: string) => call("POST", "/desk/me/passkey-challenge", cookie, { password: PASSWORD });
async function addPasskey(cookie: string, authenticator = device) {
  const { options } = await (await challenge(cookie)).json();
  const credential = authenticator.make(options);
  return call("POST", "/desk/me/passkeys", cookie, { name: "Laptop", credential });
}
const opens = async (cookie: string) => (await call("GET", "/desk/cases", cookie)).status === 200;

test("who has a passkey adds or removes a factor only after it was shown", async () => {
  const { id, byPassword } = await makePerson();
  const waiting = await byPassword();
  const { key } = await (await beginCodes(waiting)).json();
  const owner = await byPassword();
  const first = openAuthenticator(hub.deps.config.publicUrl);
  expect((await addPasskey(owner, first)).status).toBe(204);
  // what was begun before the owner had one is not finished after
  expect((await confirm(waiting, key)).status).toBe(401);
  const thief = await byPassword();
  const refused = await beginCodes(thief);
  const tried = [
    refused,
    await confirm(thief, key),
    await challenge(thief),
    await call("DELETE", `/desk/me/passkeys/${first.id}`, thief),
  ];
  expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect((await refused.json()).detail).toBe("You have a second factor. Sign in with it, or ask an admin to reset it.");
  expect(await opens(thief)).toBe(false);
  expect((await beginCodes(await enterAs(hub, id, "passkey"))).status).toBe(201);
});

test("a passkey that was begun before another was there is not added", async () => {
  const { byPassword } = await makePerson();
  const [one, other] = [openAuthenticator(hub.deps.config.publicUrl), openAuthenticator(hub.deps.config.publicUrl)];
  const weak = await byPassword();
  const { options } = await (await challenge(weak)).json();
  expect((await addPasskey(weak, one)).status).toBe(204);
  const late = await call("POST", "/desk/me/passkeys", weak, { name: "Late", credential: other.make(options) });
  expect(late.status).toBe(403);
});

test("who comes by the company's sign-in adds a factor only after it", async () => {
  const { id, byPassword } = await makePerson();
  const now = new Date();
  const link = { accountId: "sub", providerId: oidcProviderId(ISSUER), userId: id, createdAt: now, updatedAt: now };
  await hub.db.insert(account).values({ id: "acc_link", ...link });
  const owes = async (cookie: string) => (await (await call("GET", "/desk/me", cookie)).json()).owesFactor;
  const byWord = await byPassword();
  // what would be refused is not offered
  expect([(await beginCodes(byWord)).status, await owes(byWord)]).toEqual([403, true]);
  const byCompany = await enterAs(hub, id, "oidc");
  expect([(await beginCodes(byCompany)).status, await owes(byCompany)]).toEqual([201, false]);
});

test("turning codes on ends every other session, and leaves the one that did it", async () => {
  const { byPassword } = await makePerson();
  const [waiting, owner] = [await byPassword(), await byPassword()];
  const { key } = await (await beginCodes(owner)).json();
  const on = sessionCookie(await confirm(owner, key));
  expect([await opens(on), await opens(waiting)]).toEqual([true, false]);
  expect((await call("GET", "/desk/me", waiting)).status).toBe(401);
});
