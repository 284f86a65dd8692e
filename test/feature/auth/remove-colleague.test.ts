import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { session, user } from "#db/schema/auth.ts";
import { escalations } from "#db/schema/escalation.ts";
import { openTestHub } from "#test/support/hub.ts";
import { caller, enterAs, makeStaff } from "#test/support/staff.ts";

const hub = await openTestHub();
const { db } = hub;
const call = caller(hub);
const adminId = await makeStaff(hub, { role: "admin", name: "Ada" });
const admin = await enterAs(hub, adminId);

async function openCase(ownerId: string): Promise<string> {
  const sent = await call("POST", "/escalations", "", { email: "customer@example.com", message: "Help, please." });
  const { reference } = await sent.json();
  const [kept] = await db.update(escalations).set({ ownerId }).where(eq(escalations.reference, reference)).returning();
  return kept?.id ?? "";
}
const readCase = async (id: string) => (await call("GET", `/desk/cases/${id}`, admin)).json();

test("a colleague who is removed is out at once; open cases are nobody's, and what they wrote is theirs", async () => {
  const id = await makeStaff(hub, { role: "agent", email: "leaver@example.com", name: "Grace" });
  const theirs = await enterAs(hub, id);
  const [open, solved] = [await openCase(id), await openCase(id)];
  await call("POST", `/desk/cases/${open}/replies`, theirs, { body: "Try this." });
  await call("POST", `/desk/cases/${solved}/replies`, theirs, { body: "Done.", solve: true });
  const seen = await readCase(open);
  expect((await call("DELETE", `/desk/people/${id}`, admin)).status).toBe(204);
  expect((await call("GET", "/desk/cases", theirs)).status).toBe(401);
  expect(await db.$count(session, eq(session.userId, id))).toBe(0);
  const [freed, kept] = [await readCase(open), await readCase(solved)];
  expect(freed).toMatchObject({ owner: null, version: seen.version + 1 });
  expect(JSON.stringify(freed.messages)).toContain("Grace");
  expect(kept.owner).toEqual({ id, name: "Somebody who left" });
  const [noted] = await db.select().from(audit).where(eq(audit.action, "staff.removed"));
  expect(noted).toMatchObject({ staffId: adminId, objectId: id, detail: { name: "Grace", cases: 1 } });
  // the address may be invited again
  const invited = await call("POST", "/desk/invites", admin, { email: "leaver@example.com", role: "agent" });
  expect(invited.status).toBe(201);
});

test("nobody removes themselves, or who is not there", async () => {
  expect((await call("DELETE", `/desk/people/${adminId}`, admin)).status).toBe(422);
  expect((await call("DELETE", "/desk/people/usr_nobody", admin)).status).toBe(404);
});

test("of two admins who remove each other at once one stays, ten times", async () => {
  for (let round = 0; round < 10; round++) {
    await db.update(user).set({ role: "agent" });
    const [one, two] = await Promise.all(
      ["one", "two"].map((name) => makeStaff(hub, { role: "admin", email: `${name}-${round}@example.com` })),
    );
    const [asOne, asTwo] = await Promise.all([enterAs(hub, one!), enterAs(hub, two!)]);
    const answers = await Promise.all([
      call("DELETE", `/desk/people/${two}`, asOne),
      call("DELETE", `/desk/people/${one}`, asTwo),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await db.$count(user, eq(user.role, "admin"))).toBe(1);
  }
});
