import { and, eq, gt, inArray, like, type SQL } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { notTrue } from "#db/query.ts";
import { account, session, user, verification } from "#db/schema/auth.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret, newId, newSecret } from "#server/core/ids.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { addPassword } from "./add-account.ts";
import type { Auth } from "./auth.ts";
import type { InviteDeps } from "./invites.ts";
import { unknownPerson } from "./last-admin.ts";
import { noteAudit } from "./note-audit.ts";
import type { ResetInput, ResetMade } from "./people.schema.ts";
import { type PeopleDeps, resetFactors } from "./people.ts";
import { resetMail } from "./reset.mail.ts";
import type { Staff } from "./staff.ts";
import { DAY_MS } from "../core/durations.values.ts";

const LIFETIME_MS = DAY_MS;
const PREFIX = "reset:";

type LinkDeps = PeopleDeps & { config: Pick<Config, "publicUrl"> };
type By = Pick<Staff, "id" | "name">;
/** Whoever is at the machine that the hub runs on. */
const MACHINE: By = { id: "machine", name: "The hub’s machine" };
const VISITOR: By = { id: "unknown", name: "Somebody at the sign-in page" };

/** By mail; where there is none, the link is for the admin to hand over. @throws AppError `not_found` */
export const resetForColleague = (deps: InviteDeps, staff: Staff, id: string): Promise<ResetMade> =>
  deps.db.transaction(async (tx) => {
    const made = await makeLink(deps, tx, staff, eq(user.id, id));
    if (!made) throw unknownPerson();
    if (!deps.config.mail) return { link: made.link };
    await mail(deps, tx, made);
    return { link: null };
  });

/** For whoever is at the machine: also when no admin gets in any more. @returns the link. @throws AppError `not_found` */
export async function resetAtMachine(deps: LinkDeps, address: string, factorsLost: boolean): Promise<string> {
  const email = address.trim().toLowerCase();
  const made = await deps.db.transaction((tx) => makeLink(deps, tx, MACHINE, eq(user.email, email)));
  if (!made) throw new AppError("not_found", `No desk account has the address ${email}.`);
  if (factorsLost) await resetFactors(deps, MACHINE, made.id);
  return made.link;
}

/** From the sign-in page. Says nothing of whether the address is known. Who has no password signs in elsewhere. */
export const resetByAddress = (deps: InviteDeps, email: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const withPassword = tx.select({ id: account.userId }).from(account).where(eq(account.providerId, "credential"));
    const whose = and(eq(user.email, email), notTrue(user.banned), inArray(user.id, withPassword));
    const made = await makeLink(deps, tx, VISITOR, whose);
    if (made) await mail(deps, tx, made);
  });

/** Whose password a link sets anew; null for one that is used, replaced or late. */
export async function findReset({ db, clock }: PeopleDeps, token: string) {
  const [found] = await db
    .select({ email: user.email })
    .from(verification)
    .innerJoin(user, eq(user.id, verification.value))
    .where(openTo(token, clock));
  return found?.email ?? null;
}

/** Uses the link up and sets the password, or neither. Every session ends; a second factor stays. @throws AppError `forbidden` */
export async function resetPassword(deps: InviteDeps & { auth: Auth }, { token, password }: ResetInput): Promise<void> {
  const { db, clock, auth } = deps;
  // looked at first, because hashing a password is dear
  if (!(await findReset(deps, token))) throw resetClosed();
  const hash = await (await auth.$context).password.hash(password);
  await db.transaction(async (tx) => {
    const now = clock.now();
    const [used] = await tx.delete(verification).where(openTo(token, clock)).returning({ id: verification.value });
    if (!used) throw resetClosed();
    const [person] = await tx
      .update(user)
      .set({ updatedAt: now })
      .where(eq(user.id, used.id))
      .returning({ id: user.id, name: user.name });
    if (!person) throw resetClosed();
    const { id } = person;
    const own = and(eq(account.userId, id), eq(account.providerId, "credential"));
    const set = await tx.update(account).set({ password: hash, updatedAt: now }).where(own).returning();
    if (set.length === 0) await addPassword(tx, now, id, hash);
    await tx.delete(session).where(eq(session.userId, id));
    // who typed the old password and still owes a code
    await tx.delete(verification).where(eq(verification.value, id));
    await noteAudit(tx, clock, person, { action: "staff.password-reset", objectId: id });
  });
}

/** A new link closes the one before. */
async function makeLink({ clock, config }: LinkDeps, tx: Tx, by: By, whose: SQL | undefined) {
  const [found] = await tx.select({ id: user.id, name: user.name, email: user.email }).from(user).where(whose);
  if (!found) return null;
  const { id, name, email } = found;
  const token = newSecret();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  const stamps = { createdAt: now, updatedAt: now, expiresAt };
  await tx.delete(verification).where(and(eq(verification.value, id), like(verification.identifier, `${PREFIX}%`)));
  await tx.insert(verification).values({ id: newId("vrf"), identifier: identifierOf(token), value: id, ...stamps });
  await noteAudit(tx, clock, by, { action: "staff.reset-link-made", objectId: id, detail: { name } });
  return { id, email, link: `${config.publicUrl}/desk/reset/?token=${token}` };
}

function mail({ hub, sealer }: InviteDeps, tx: Tx, { email, link }: { email: string; link: string }): Promise<void> {
  const payload = sealLink(sealer, resetMail(hub, email, link), link);
  return enqueue(tx, { kind: "email", dedupeKey: newId("rsm"), payload });
}

const identifierOf = (token: string): string => `${PREFIX}${hashSecret(token)}`;
const openTo = (token: string, clock: Clock) =>
  and(eq(verification.identifier, identifierOf(token)), gt(verification.expiresAt, clock.now()));

const resetClosed = (): AppError =>
  new AppError("forbidden", "This link has been used or replaced, or is more than a day old. Ask for a new one.");
