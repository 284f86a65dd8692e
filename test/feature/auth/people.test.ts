import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { user } from "#db/schema/auth.ts";
import { outbox } from "#db/schema/outbox.ts";
import { invites } from "#db/schema/staff.ts";
import type { Invited, People } from "#server/auth/people.schema.ts";
import { formPoster, openTestHub, sessionCookie } from "#test/support/hub.ts";
import { readMail } from "#test/support/mails.ts";
import { actionsOn, caller, enterAs, makeStaff, tokenOf } from "#test/support/staff.ts";

let now = new Date("2026-11-23T09:00:00Z");
const hub = await openTestHub({ clock: { now: () => now } });
const { app, db, deps } = hub;
const call = caller(hub);
const adminId = await makeStaff(hub, { role: "admin", name: "Ada" });
const admin = await enterAs(hub, adminId);

const people = async (): Promise<People> => (await call("GET", "/desk/people", admin)).json();
const invite = async (email: string, role = "writer"): Promise<Invited> =>
  (await call("POST", "/desk/invites", admin, { email, role })).json();
const join = (token: string, name = "Grace") =>
  formPoster(hub)("/desk/invited/", { token, name, password: "a new password" });
const actions = (objectId: string) => actionsOn(hub, objectId);

describe("an invitation", () => {
  test("makes one account with its role, even when nine use it at once, and signs it in", async () => {
    const invited = await invite("Grace@Example.com");
    const token = tokenOf(invited.link ?? "");
    expect(await (await app.request(`/desk/invited/?token=${token}`)).text()).toContain("grace@example.com");
    const answers = await Promise.all(Array.from({ length: 9 }, () => join(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(8).fill(403)]);
    const joined = answers.find(({ status }) => status === 303)!;
    expect(joined.headers.get("location")).toBe("/desk/");
    const session = await (await call("GET", "/auth/session", sessionCookie(joined))).json();
    expect(session.staff).toMatchObject({ name: "Grace", email: "grace@example.com", role: "writer" });
    expect((await app.request(`/desk/invited/?token=${token}`)).status).toBe(403);
    expect((await people()).invites).toEqual([]);
    expect([...(await actions(invited.id)), ...(await actions(session.staff.id))]).toEqual([
      "staff.invited",
      "staff.joined",
    ]);
  });

  test("is stored hashed, and a new one closes the old", async () => {
    const first = await invite("linus@example.com");
    const again: Invited = await (await call("POST", `/desk/invites/${first.id}/again`, admin)).json();
    const [kept] = await db.select().from(invites);
    expect(JSON.stringify(kept)).not.toContain(tokenOf(again.link ?? ""));
    expect((await join(tokenOf(first.link ?? ""))).status).toBe(403);
    expect((await app.request(`/desk/invited/?token=${tokenOf(again.link ?? "")}`)).status).toBe(200);
    // inviting the same address again is the same invitation, with another role
    expect((await invite("linus@example.com", "agent")).id).toBe(first.id);
    expect((await people()).invites).toMatchObject([{ email: "linus@example.com", role: "agent", late: false }]);
  });

  test("is closed once revoked, and after three days", async () => {
    const revoked = await invite("revoked@example.com");
    expect((await call("DELETE", `/desk/invites/${revoked.id}`, admin)).status).toBe(204);
    expect((await join(tokenOf(revoked.link ?? ""))).status).toBe(403);
    const late = await invite("late@example.com");
    now = new Date(now.getTime() + 73 * 60 * 60_000);
    expect((await join(tokenOf(late.link ?? ""))).status).toBe(403);
    expect((await people()).invites.every((one) => one.late)).toBe(true);
    expect(await db.select().from(user).where(eq(user.email, "late@example.com"))).toEqual([]);
  });

  test("is not made for who has an account", async () => {
    expect((await call("POST", "/desk/invites", admin, { email: "grace@example.com", role: "agent" })).status).toBe(
      409,
    );
  });

  test("goes by mail where there is mail, and its link is shown to nobody then", async () => {
    const mail = { url: "smtp://127.0.0.1:1", from: null };
    deps.config.mail = mail;
    const { link } = await invite("mailed@example.com");
    deps.config.mail = null;
    expect(link).toBeNull();
    const [sent] = await db.select().from(outbox);
    expect(sent?.payload).toMatchObject({ to: "mailed@example.com", subject: expect.stringContaining("invited") });
    expect(JSON.stringify(sent?.payload)).not.toContain("token=");
    expect(readMail(deps, sent?.payload).text).toContain("/desk/invited/?token=");
  });
});

describe("the last admin", () => {
  const roleOf = async (id: string) => (await db.select().from(user).where(eq(user.id, id)))[0]?.role;

  test("cannot be demoted or barred", async () => {
    const second = await makeStaff(hub, { role: "admin", email: "second@example.com" });
    const theirs = await enterAs(hub, second);
    expect((await call("PUT", `/desk/people/${adminId}/barred`, theirs, { barred: true })).status).toBe(204);
    expect((await call("GET", "/desk/people", admin)).status).toBe(401);
    const refused = await call("PUT", `/desk/people/${second}/role`, theirs, { role: "agent" });
    expect([refused.status, (await refused.json()).detail]).toEqual([422, expect.stringContaining("last admin")]);
    expect((await call("PUT", `/desk/people/${second}/barred`, theirs, { barred: true })).status).toBe(422);
    expect((await call("PUT", `/desk/people/${adminId}/barred`, theirs, { barred: false })).status).toBe(204);
    expect(await roleOf(second)).toBe("admin");
  });

  test("stays, when two admins demote each other at once, twenty times", async () => {
    const [one, two] = await Promise.all(
      ["one", "two"].map((name) => makeStaff(hub, { role: "admin", email: `${name}@example.com` })),
    );
    await db.update(user).set({ role: "agent" }).where(eq(user.id, adminId));
    await db.update(user).set({ role: "agent" }).where(eq(user.email, "second@example.com"));
    for (let round = 0; round < 20; round++) {
      await db.update(user).set({ role: "admin" }).where(eq(user.id, one!));
      await db.update(user).set({ role: "admin" }).where(eq(user.id, two!));
      const [asOne, asTwo] = await Promise.all([enterAs(hub, one!), enterAs(hub, two!)]);
      const answers = await Promise.all([
        call("PUT", `/desk/people/${two}/role`, asOne, { role: "agent" }),
        call("PUT", `/desk/people/${one}/role`, asTwo, { role: "agent" }),
      ]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect([await roleOf(one!), await roleOf(two!)].sort()).toEqual(["admin", "agent"]);
    }
    await db.update(user).set({ role: "admin" }).where(eq(user.id, adminId));
  });
});

describe("an admin", () => {
  test("changes a role, which counts at once", async () => {
    const admins = await enterAs(hub, adminId);
    const id = await makeStaff(hub, { role: "writer", email: "raised@example.com" });
    const theirs = await enterAs(hub, id);
    expect((await call("GET", "/desk/cases", theirs)).status).toBe(403);
    expect((await call("PUT", `/desk/people/${id}/role`, admins, { role: "agent" })).status).toBe(204);
    expect((await call("GET", "/desk/cases", theirs)).status).toBe(200);
    expect(await actions(id)).toEqual(["staff.joined", "staff.role-changed"]);
  });

  test("ends a colleague's sessions, and resets a second factor", async () => {
    const admins = await enterAs(hub, adminId);
    const id = await makeStaff(hub, { role: "agent", email: "phone@example.com" });
    const theirs = await enterAs(hub, id);
    expect((await call("DELETE", `/desk/people/${id}/sessions`, admins)).status).toBe(204);
    expect((await call("GET", "/desk/cases", theirs)).status).toBe(401);
    const anew = await enterAs(hub, id);
    expect((await call("DELETE", `/desk/people/${id}/second-factor`, admins)).status).toBe(204);
    expect((await call("GET", "/desk/cases", anew)).status).toBe(401);
    expect((await call("PUT", `/desk/people/${id}/barred`, admins, { barred: true })).status).toBe(204);
    const entered = await deps.auth.api.enterDesk({ body: { userId: id, way: "passkey" }, asResponse: true });
    expect([entered.status, sessionCookie(entered)]).toEqual([403, ""]);
  });

  test("cannot bar themselves, and is told who is not there", async () => {
    const admins = await enterAs(hub, adminId);
    expect((await call("PUT", `/desk/people/${adminId}/barred`, admins, { barred: true })).status).toBe(422);
    expect((await call("PUT", "/desk/people/usr_nobody/role", admins, { role: "admin" })).status).toBe(404);
    const { people: listed } = (await (await call("GET", "/desk/people", admins)).json()) as People;
    expect(listed.find(({ id }) => id === adminId)).toMatchObject({ role: "admin", barred: false, passkeys: 0 });
    expect(listed.find(({ id }) => id === adminId)?.lastSeenAt).toMatch(/^20/);
  });
});
