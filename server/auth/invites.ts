import { and, asc, eq, gt, lt } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import type { Db, Tx } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { invites } from "#db/schema/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret, newId, newSecret } from "#server/core/ids.ts";
import type { Sealer } from "#server/core/seal.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { addAccount, sayTaken } from "./add-account.ts";
import type { Auth } from "./auth.ts";
import { inviteMail } from "./invites.mail.ts";
import { noteAudit } from "./note-audit.ts";
import { StaffRole, type AcceptInput, type Invite, type Invited } from "./people.schema.ts";
import type { Staff } from "./staff.ts";

const LIFETIME_MS = 72 * 60 * 60 * 1000;

export type InviteDeps = {
  db: Db;
  clock: Clock;
  sealer: Sealer;
  hub: Pick<Hub, "product">;
  config: Pick<Config, "publicUrl" | "mail">;
};

/** Invites an address; a new invitation takes the place of an open one. @throws AppError `conflict` for who has an account */
export async function createInvite(
  deps: InviteDeps,
  staff: Staff,
  { email, role }: { email: string; role: StaffRole },
): Promise<Invited> {
  const secret = newSecret();
  const fresh = { role, invitedBy: staff.name, ...keyOf(deps.clock, secret) };
  return deps.db.transaction(async (tx) => {
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (known) throw new AppError("conflict", "There is an account with this address. Find it in the list.");
    const [kept] = await tx
      .insert(invites)
      .values({ id: newId("inv"), email, createdAt: deps.clock.now(), ...fresh })
      .onConflictDoUpdate({ target: invites.email, set: fresh })
      .returning({ id: invites.id });
    if (!kept) throw new Error("An upsert gave no row back");
    await noteAudit(tx, deps.clock, staff, { action: "staff.invited", objectId: kept.id, detail: { email, role } });
    return { id: kept.id, link: await sendLink(deps, tx, staff, email, secret) };
  });
}

/** A new link in place of the old one. @throws AppError `not_found` */
export async function renewInvite(deps: InviteDeps, staff: Staff, id: string): Promise<Invited> {
  const secret = newSecret();
  return deps.db.transaction(async (tx) => {
    const [kept] = await tx
      .update(invites)
      .set({ ...keyOf(deps.clock, secret), invitedBy: staff.name })
      .where(eq(invites.id, id))
      .returning({ email: invites.email, role: invites.role });
    if (!kept) throw unknownInvite();
    await noteAudit(tx, deps.clock, staff, { action: "staff.invited", objectId: id, detail: { ...kept, again: true } });
    return { id, link: await sendLink(deps, tx, staff, kept.email, secret) };
  });
}

export async function revokeInvite({ db, clock }: InviteDeps, staff: Staff, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx.delete(invites).where(eq(invites.id, id)).returning({ email: invites.email });
    if (!gone) throw unknownInvite();
    await noteAudit(tx, clock, staff, { action: "staff.invitation-revoked", objectId: id, detail: gone });
  });
}

export async function listInvites({ db, clock }: Pick<InviteDeps, "db" | "clock">): Promise<Invite[]> {
  const rows = await db.select().from(invites).orderBy(asc(invites.createdAt)).limit(200);
  return rows.map(({ id, email, role, invitedBy, expiresAt }) => ({
    id,
    email,
    role: StaffRole.parse(role),
    invitedBy,
    expiresAt: expiresAt.toISOString(),
    late: expiresAt <= clock.now(),
  }));
}

/** Whom a link invites; null for one that is used, revoked or late. */
export async function findInvited({ db, clock }: Pick<InviteDeps, "db" | "clock">, token: string) {
  const [found] = await db.select({ email: invites.email }).from(invites).where(openTo(token, clock));
  return found?.email ?? null;
}

/** Uses the invitation up and makes the account, or neither. @returns its id */
export async function acceptInvite(deps: InviteDeps & { auth: Auth }, input: AcceptInput): Promise<string> {
  const { db, clock, auth } = deps;
  // looked at first, because hashing a password is dear
  if (!(await findInvited(deps, input.token))) throw inviteClosed();
  const password = await (await auth.$context).password.hash(input.password);
  const accept = async (tx: Tx) => {
    const [used] = await tx.delete(invites).where(openTo(input.token, clock)).returning();
    if (!used) throw inviteClosed();
    const { email, role } = used;
    return addAccount(tx, clock, {
      name: input.name,
      email,
      role: StaffRole.parse(role),
      password,
      emailVerified: deps.config.mail !== null,
    });
  };
  return db.transaction(accept).catch(sayTaken);
}

export async function forgetInvites(db: Db, lateSince: Date): Promise<void> {
  await db.delete(invites).where(lt(invites.expiresAt, lateSince));
}

const keyOf = (clock: Clock, secret: string) => ({
  tokenHash: hashSecret(secret),
  expiresAt: new Date(clock.now().getTime() + LIFETIME_MS),
});

const openTo = (token: string, clock: Clock) =>
  and(eq(invites.tokenHash, hashSecret(token)), gt(invites.expiresAt, clock.now()));

/** By mail; where there is none, the link is for the admin to hand over. */
async function sendLink({ hub, config, sealer }: InviteDeps, tx: Tx, staff: Staff, to: string, secret: string) {
  const link = `${config.publicUrl}/desk/invited/?token=${secret}`;
  if (!config.mail) return link;
  const payload = sealLink(sealer, inviteMail(hub, staff, to, link), link);
  await enqueue(tx, { kind: "email", dedupeKey: newId("inm"), payload });
  return null;
}

const unknownInvite = (): AppError => new AppError("not_found", "This invitation has been used or revoked.");
const inviteClosed = (): AppError =>
  new AppError("forbidden", "This invitation has been used, revoked, or is older than three days. Ask for a new one.");
