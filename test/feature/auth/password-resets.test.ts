import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { account, user, verification } from "#db/schema/auth.ts";
import { outbox } from "#db/schema/outbox.ts";
import { passkeys } from "#db/schema/staff.ts";
import { resetAtMachine } from "#server/auth/password-resets.ts";
import { formPoster, openTestHub } from "#test/support/hub.ts";
import { readMail } from "#test/support/mails.ts";
import { actionsOn, caller, enterAs, makeStaff, PASSWORD, tokenOf } from "#test/support/staff.ts";

let now = new Date("2026-11-23T09:00:00Z");
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const hub = await openTestHub({ clock: { now: () => now } });
const { app, db, deps } = hub;
const call = caller(hub);
const adminId = await makeStaff(hub, { role: "admin", name: "Ada" });
const admin = await enterAs(hub, adminId);
const NEW = "another long password";

const form = formPoster(hub);
const linkFor = async (id: string): Promise<string> => {
  const { link }: { link: string } = await (await call("POST", `/desk/people/${id}/reset`, admin)).json();
  return tokenOf(link);
};
const set = (token: string, password = NEW) => form("/desk/reset/", { token, password });
const enters = async (email: string, password: string) =>
  (await call("POST", "/auth/sign-in/email", "", { email, password })).status;
const actions = (objectId: string) => actionsOn(hub, objectId);
/** The links of the mails to an address, oldest first. */
const mailed = async (to: string): Promise<string[]> => {
  const sent = await db.select().from(outbox);
  const texts = sent.map(({ payload }) => readMail(hub.deps, payload)).filter((one) => one.to === to);
  return texts.map(({ text }) => tokenOf(/http\S+/.exec(text)?.[0] ?? ""));
};
async function withMail(work: () => Response | Promise<Response>): Promise<Response> {
  deps.config.mail = { url: "smtp://127.0.0.1:1", from: null };
  const answer = await work();
  deps.config.mail = null;
  return answer;
}

describe("a link that an admin makes", () => {
  test("sets a new password once, even when nine use it at once; every session ends, the second factor stays", async () => {
    const email = "grace@example.com";
    const id = await makeStaff(hub, { role: "agent", email, name: "Grace" });
    const theirs = await enterAs(hub, id);
    const passkey = { id: "key", userId: id, name: "Laptop", publicKey: "", counter: 0, createdAt: now };
    await db.insert(passkeys).values(passkey);
    const token = await linkFor(id);
    expect(JSON.stringify(await db.select().from(verification))).not.toContain(token);
    expect(await (await app.request(`/desk/reset/?token=${token}`)).text()).toContain(email);
    expect(await enters(email, PASSWORD)).toBe(200);
    const answers = await Promise.all(Array.from({ length: 9 }, () => set(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(8).fill(403)]);
    expect([await enters(email, PASSWORD), await enters(email, NEW)]).toEqual([401, 200]);
    expect((await call("GET", "/desk/cases", theirs)).status).toBe(401);
    expect(await db.$count(passkeys, eq(passkeys.userId, id))).toBe(1);
    expect((await app.request(`/desk/reset/?token=${token}`)).status).toBe(403);
    expect(await actions(id)).toEqual(expect.arrayContaining(["staff.reset-link-made", "staff.password-reset"]));
  });

  test("is closed by a newer one, and after a day", async () => {
    const email = "linus@example.com";
    const id = await makeStaff(hub, { role: "writer", email });
    const [first, second] = [await linkFor(id), await linkFor(id)];
    expect((await set(first)).status).toBe(403);
    later(25 * 60);
    expect((await set(second)).status).toBe(403);
    expect(await enters(email, PASSWORD)).toBe(200);
  });

  test("ends a sign-in that still owes its code", async () => {
    const id = await makeStaff(hub, { role: "agent", email: "codes@example.com" });
    const stamps = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + 60_000) };
    await db.insert(verification).values({ id: "challenge", identifier: "2fa-challenge", value: id, ...stamps });
    expect((await set(await linkFor(id))).status).toBe(303);
    expect(await db.$count(verification, eq(verification.value, id))).toBe(0);
  });

  test("goes by mail where there is mail, and is shown to nobody then", async () => {
    const id = await makeStaff(hub, { role: "agent", email: "mailed@example.com" });
    const answer = await withMail(() => call("POST", `/desk/people/${id}/reset`, admin));
    expect([answer.status, await answer.json()]).toEqual([201, { link: null }]);
    const [token = ""] = await mailed("mailed@example.com");
    expect((await set(token)).status).toBe(303);
  });

  test("gives a password to who came by the company alone, and says who is not there", async () => {
    const email = "company@example.com";
    const id = await makeStaff(hub, { role: "agent", email });
    await db.delete(account).where(eq(account.userId, id));
    expect((await set(await linkFor(id))).status).toBe(303);
    expect(await enters(email, NEW)).toBe(200);
    expect((await call("POST", "/desk/people/usr_nobody/reset", admin)).status).toBe(404);
  });
});

describe("who has forgotten the password", () => {
  const forget = (email: string) => withMail(() => form("/desk/forgotten/", { email }));

  test("asks for a link, and the page says the same of an address that nobody has", async () => {
    await makeStaff(hub, { role: "admin", email: "forgetful@example.com" });
    const [known, unknown] = [await forget("Forgetful@example.com"), await forget("nobody@example.com")];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(await known.text()).toBe(await unknown.text());
    expect(await mailed("nobody@example.com")).toEqual([]);
    const [token = ""] = await mailed("forgetful@example.com");
    expect((await set(token)).headers.get("location")).toBe("/desk/?came=reset");
    expect(await enters("forgetful@example.com", NEW)).toBe(200);
  });

  test("waits as long, whoever it is: the time tells nobody which addresses are known", async () => {
    for (const email of ["forgetful@example.com", "nobody-else@example.com"]) {
      later(61);
      const began = performance.now();
      expect((await forget(email)).status).toBe(202);
      expect(performance.now() - began).toBeGreaterThan(290);
    }
  });

  test("gets no mail while barred, or where the company signs in", async () => {
    const barred = await makeStaff(hub, { role: "agent", email: "barred@example.com" });
    await db.update(user).set({ banned: true }).where(eq(user.id, barred));
    const elsewhere = await makeStaff(hub, { role: "agent", email: "elsewhere@example.com" });
    await db.delete(account).where(eq(account.userId, elsewhere));
    for (const email of ["barred@example.com", "elsewhere@example.com"]) {
      expect((await forget(email)).status).toBe(202);
      expect(await mailed(email)).toEqual([]);
    }
  });

  test("asks three times an hour, known or not", async () => {
    later(16);
    for (const email of ["forgetful@example.com", "stranger@example.com"]) {
      later(61);
      const answers = [];
      for (let nth = 0; nth < 4; nth++) answers.push((await forget(email)).status);
      expect(answers).toEqual([202, 202, 202, 429]);
    }
  });

  test("is told whom to ask where the hub sends no mail", async () => {
    const page = await (await app.request("/desk/forgotten/")).text();
    expect(page).toContain("npm run desk:link -- --reset ADDRESS");
    expect((await form("/desk/forgotten/", { email: "forgetful@example.com" })).status).toBe(422);
  });
});

describe("at the hub's machine", () => {
  test("a lone admin gets in again, and says what else is lost", async () => {
    const email = "lone@example.com";
    const id = await makeStaff(hub, { role: "admin", email });
    await db.update(user).set({ twoFactorEnabled: true }).where(eq(user.id, id));
    const token = tokenOf(await resetAtMachine(deps, "Lone@Example.com", true));
    expect((await set(token)).status).toBe(303);
    expect(await enters(email, NEW)).toBe(200);
    expect(await actions(id)).toEqual(expect.arrayContaining(["staff.reset-link-made", "staff.factors-reset"]));
    await expect(resetAtMachine(deps, "nobody@example.com", false)).rejects.toThrow("No desk account");
  });
});
