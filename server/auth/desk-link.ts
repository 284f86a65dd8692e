import { and, eq, gt, like, lte } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { settings } from "#db/schema/settings.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { hashSecret, newSecret } from "#server/core/ids.ts";
import { addAccount, sayTaken } from "./add-account.ts";
import type { Auth } from "./auth.ts";
import { NewPassword, PersonName } from "./people.schema.ts";
import { DAY_MS } from "../core/durations.values.ts";

const LIFETIME_MS = DAY_MS;
const PREFIX = "desk-link:";
const keyOf = (token: string): string => `${PREFIX}${hashSecret(token)}`;

export const JoinInput = z.object({
  token: z.string().min(1).max(100),
  name: PersonName,
  email: z.email().max(254).toLowerCase(),
  password: NewPassword,
});
export type JoinInput = z.infer<typeof JoinInput>;

type LinkDeps = { db: Db; clock: Clock };

/** A link that makes one admin, once, within a day. Its secret is stored hashed. */
export async function createDeskLink({ db, clock }: LinkDeps, publicUrl: string): Promise<string> {
  const token = newSecret();
  const now = clock.now();
  const expires = new Date(now.getTime() + LIFETIME_MS).toISOString();
  await db.delete(settings).where(and(like(settings.key, `${PREFIX}%`), lte(settings.value, now.toISOString())));
  await db.insert(settings).values({ key: keyOf(token), value: expires, updatedAt: now });
  return `${publicUrl}/desk/join/?token=${token}`;
}

export async function isDeskLinkOpen({ db, clock }: LinkDeps, token: string): Promise<boolean> {
  const rows = await db.select().from(settings).where(openLink(token, clock)).limit(1);
  return rows.length > 0;
}

export const hasStaff = async (db: Db): Promise<boolean> =>
  (await db.select({ id: user.id }).from(user).limit(1)).length > 0;

/** Uses the link up and makes the account, or neither. @throws AppError `forbidden` (used, too old), `conflict` (address taken). */
export async function joinDesk({ db, clock, auth }: LinkDeps & { auth: Auth }, input: JoinInput): Promise<void> {
  // looked at first, because hashing a password is dear
  if (!(await isDeskLinkOpen({ db, clock }, input.token))) throw linkClosed();
  const password = await (await auth.$context).password.hash(input.password);
  const { name, email, token } = input;
  await db
    .transaction(async (tx) => {
      const used = await tx.delete(settings).where(openLink(token, clock)).returning({ key: settings.key });
      if (used.length === 0) throw linkClosed();
      await addAccount(tx, clock, { name, email, role: "admin", password, emailVerified: false });
      // links printed by earlier starts have done their work
      await tx.delete(settings).where(like(settings.key, `${PREFIX}%`));
    })
    .catch(sayTaken);
}

const openLink = (token: string, clock: Clock) =>
  and(eq(settings.key, keyOf(token)), gt(settings.value, clock.now().toISOString()));

const linkClosed = (): AppError =>
  new AppError("forbidden", "This link has been used or is too old. `npm run desk:link` prints a new one.");
