import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { user } from "#db/schema/auth.ts";
import { startOidc, type OidcLie } from "#test/fakes/oidc.ts";
import { openTestHub, sessionCookie } from "#test/support/hub.ts";
import { caller, enterAs, makeStaff } from "#test/support/staff.ts";

let now = new Date();
const oidc = await startOidc();
const hub = await openTestHub({ env: oidc.settings, clock: { now: () => now } });
const { app, db } = hub;
const call = caller(hub);
afterAll(() => oidc.close());
beforeEach(() => {
  oidc.lie = null;
  now = new Date(now.getTime() + 60 * 60_000);
});

async function begin() {
  const response = await app.request("/api/auth/oidc");
  return { to: response.headers.get("location") ?? "", cookie: sessionCookie(response) };
}
/** Comes back from the provider. @returns where to, and with which session */
async function comeBack(back: URL, cookie: string) {
  const response = await app.request(`${back.pathname}${back.search}`, { headers: { cookie } });
  const session = await call("GET", "/auth/session", sessionCookie(response));
  return { to: response.headers.get("location"), staff: (await session.json()).staff, response };
}
async function signIn() {
  const { to, cookie } = await begin();
  return comeBack(await oidc.allow(to), cookie);
}

const adaId = await makeStaff(hub, { role: "admin", name: "Ada", email: "ada@example.com" });
const admin = await enterAs(hub, adaId);
const ada = { sub: "sub-ada", email: "Ada@example.com", email_verified: true, name: "Ada L." };

describe("the company's sign-in", () => {
  test("lets in who has an account with the verified address, and binds it to the provider's own id", async () => {
    oidc.person = ada;
    expect(await signIn()).toMatchObject({ to: "/desk/", staff: { id: adaId, name: "Ada" } });
    // the address has changed at the provider: the id counts
    oidc.person = { ...ada, email: "ada.l@example.com" };
    expect(await signIn()).toMatchObject({ staff: { id: adaId } });
    // somebody else has got her address there
    oidc.person = { ...ada, sub: "sub-eve" };
    expect(await signIn()).toMatchObject({ to: "/desk/?came=other", staff: null });
  });

  test("makes an account for who is invited, with the invitation's role, once", async () => {
    await call("POST", "/desk/invites", admin, { email: "new@example.com", role: "writer" });
    oidc.person = { sub: "sub-new", email: "new@example.com", email_verified: true, name: "New" };
    const first = await signIn();
    expect(first.staff).toMatchObject({ name: "New", email: "new@example.com", role: "writer" });
    expect((await signIn()).staff.id).toBe(first.staff.id);
    expect((await call("GET", "/desk/me", sessionCookie(first.response))).status).toBe(200);
    expect((await (await call("GET", "/desk/people", admin)).json()).invites).toEqual([]);
  });

  test.each([
    ["nobody knows", { sub: "x", email: "stranger@example.com", email_verified: true }, "unknown"],
    ["the provider has not verified", { ...ada, sub: "y", email_verified: false }, "unverified"],
    ["the provider says nothing of", { sub: "z", email: "ada@example.com" }, "unverified"],
    ["has no address", { sub: "w" }, "away"],
  ])("lets nobody in whom %s", async (_why, person, came) => {
    oidc.person = person;
    expect(await signIn()).toMatchObject({ to: `/desk/?came=${came}`, staff: null });
  });

  test("lets nobody in whose invitation is late", async () => {
    await call("POST", "/desk/invites", admin, { email: "late@example.com", role: "agent" });
    now = new Date(now.getTime() + 73 * 60 * 60_000);
    oidc.person = { sub: "late", email: "late@example.com", email_verified: true };
    expect(await signIn()).toMatchObject({ to: "/desk/?came=unknown", staff: null });
  });

  test("lets nobody in who is barred", async () => {
    oidc.person = { sub: "sub-new", email: "new@example.com", email_verified: true };
    await db.update(user).set({ banned: true }).where(eq(user.email, "new@example.com"));
    expect(await signIn()).toMatchObject({ to: "/desk/?came=barred", staff: null });
  });

  test.each(["issuer", "audience", "nonce", "key", "expired"] satisfies OidcLie[])(
    "refuses an ID token with a wrong %s",
    async (lie) => {
      oidc.person = ada;
      oidc.lie = lie;
      expect(await signIn()).toMatchObject({ to: "/desk/?came=away", staff: null });
    },
  );

  test("takes a way back once, from the browser that went, within ten minutes", async () => {
    oidc.person = ada;
    const { to, cookie } = await begin();
    const back = await oidc.allow(to);
    expect((await comeBack(back, "")).to).toBe("/desk/?came=late");
    expect((await comeBack(back, cookie)).to).toBe("/desk/?came=late"); // it was used up by the other browser
    const again = await begin();
    const done = await oidc.allow(again.to);
    expect((await comeBack(done, again.cookie)).staff).not.toBeNull();
    expect((await comeBack(done, again.cookie)).to).toBe("/desk/?came=late");
    const slow = await begin();
    now = new Date(now.getTime() + 11 * 60_000);
    expect((await comeBack(await oidc.allow(slow.to), slow.cookie)).to).toBe("/desk/?came=late");
  });

  test("says so when somebody says no there", async () => {
    const { to, cookie } = await begin();
    const back = new URL(new URL(to).searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("state", new URL(to).searchParams.get("state") ?? "");
    expect((await comeBack(back, cookie)).to).toBe("/desk/?came=cancelled");
  });

  test("has a code ready that is asked for with PKCE and a nonce, and for no more than who it is", async () => {
    const query = new URL((await begin()).to).searchParams;
    expect(query.get("code_challenge_method")).toBe("S256");
    expect(query.get("nonce")).toMatch(/^[\w-]{43}$/);
    expect(query.get("scope")).toBe("openid email profile");
  });
});

test("a provider whose document names another issuer, or that is away, is not gone to", async () => {
  const other = await startOidc();
  const second = await openTestHub({ env: other.settings });
  other.lie = "document";
  expect((await second.app.request("/api/auth/oidc")).headers.get("location")).toBe("/desk/?came=away");
  await other.close();
  expect((await second.app.request("/api/auth/oidc")).headers.get("location")).toBe("/desk/?came=away");
});
