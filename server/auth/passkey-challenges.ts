import { and, eq, gt } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { verification } from "#db/schema/auth.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { hashSecret, newId } from "#server/core/ids.ts";

export type PasskeyDeps = { db: Db; clock: Clock; config: Pick<Config, "publicUrl">; hub: Pick<Hub, "product"> };

const FIVE_MINUTES_MS = 5 * 60 * 1000;

/** In place of somebody's id: who answers is not known yet. */
export const ANYBODY = "";
export const rpIdOf = ({ config }: PasskeyDeps): string => new URL(config.publicUrl).hostname;
const identifierOf = (challenge: string): string => `passkey:${hashSecret(challenge)}`;

/** What an answer is held to. */
export const expected = (deps: PasskeyDeps, of: string) => ({
  expectedChallenge: (challenge: string) => takeChallenge(deps, challenge, of),
  expectedOrigin: new URL(deps.config.publicUrl).origin,
  expectedRPID: rpIdOf(deps),
  requireUserVerification: true,
});

export async function keepChallenge({ db, clock }: PasskeyDeps, challenge: string, of: string): Promise<void> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + FIVE_MINUTES_MS);
  const stamps = { createdAt: now, updatedAt: now, expiresAt };
  await db.insert(verification).values({ id: newId("vrf"), identifier: identifierOf(challenge), value: of, ...stamps });
}

/** Uses a challenge up. */
async function takeChallenge({ db, clock }: PasskeyDeps, challenge: string, of: string): Promise<boolean> {
  const open = and(
    eq(verification.identifier, identifierOf(challenge)),
    eq(verification.value, of),
    gt(verification.expiresAt, clock.now()),
  );
  return (await db.delete(verification).where(open).returning({ id: verification.id })).length > 0;
}
