import { eq, lt } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { oauthStates } from "#db/schema/connections.ts";
import { hashSecret } from "#server/core/ids.ts";
import type { Sealer } from "#server/core/seal.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

export type OauthState = typeof oauthStates.$inferSelect;
/** `verifier` is PKCE's; `otherAccount` what the customer agreed to before they left. */
type Verifier = { verifier: string; otherAccount: boolean };

const placeOf = (connectionId: string): string => `verifier:${connectionId}`;

export const sealVerifier = (sealer: Sealer, connectionId: string, verifier: Verifier): string =>
  sealer.seal(JSON.stringify(verifier), placeOf(connectionId));

/** @throws SealBroken */
export const openVerifier = (sealer: Sealer, { connectionId, verifier }: OauthState): Verifier =>
  // only sealVerifier writes it
  JSON.parse(sealer.open(verifier, placeOf(connectionId)).text) as Verifier;

/** Takes what a state was begun with. It is used up by that, whoever brings it and whatever comes of it. */
export async function takeState(db: Queries, state: string): Promise<OauthState | undefined> {
  const [taken] = await db
    .delete(oauthStates)
    .where(eq(oauthStates.stateHash, hashSecret(state)))
    .returning();
  return taken;
}

/** Sign-ins that nobody came back from. A late one is told so for another hour. */
export async function dropOldStates(db: Queries, now: Date): Promise<void> {
  await db.delete(oauthStates).where(lt(oauthStates.expiresAt, new Date(now.getTime() - HOUR_MS)));
}
