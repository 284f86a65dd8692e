import { and, eq, gt } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { customerVerifications } from "#db/schema/workspaces.ts";
import type { Clock } from "#server/core/clock.ts";
import { hashSecret, newId } from "#server/core/ids.ts";
import { LINK_SECONDS } from "./customer-auth.ts";

// Where a link by mail leads to stands beside it, not in it: whoever asks for one writes nothing into another's mailbox.

const identifierOf = (token: string): string => `return-to:${hashSecret(token)}`;

export async function keepReturnTo(tx: Tx, clock: Clock, token: string, returnTo: string): Promise<void> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + LINK_SECONDS * 1000);
  const row = { id: newId("ret"), identifier: identifierOf(token), value: returnTo };
  await tx.insert(customerVerifications).values({ ...row, expiresAt, createdAt: now, updatedAt: now });
}

/** As long as the link works; undefined for one that leads nowhere in particular. */
export async function findReturnTo(
  { db, clock }: { db: Db; clock: Clock },
  token: string,
): Promise<string | undefined> {
  const { identifier, expiresAt, value } = customerVerifications;
  const open = and(eq(identifier, identifierOf(token)), gt(expiresAt, clock.now()));
  const [kept] = await db.select({ value }).from(customerVerifications).where(open);
  return kept?.value;
}
