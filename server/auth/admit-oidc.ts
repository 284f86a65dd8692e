import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { account, user } from "#db/schema/auth.ts";
import { invites } from "#db/schema/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import { addAccount } from "./add-account.ts";
import { noteAudit } from "./note-audit.ts";
import type { OidcPerson } from "./oidc-provider.ts";
import { StaffRole } from "./people.schema.ts";

type Admitted = { id: string; name: string };
/** Why somebody whom the provider knows does not get in. */
export type Refusal = "unverified" | "unknown" | "other";

/** What better-auth's accounts name the company's sign-in. */
export const oidcProviderId = (issuer: string): string => `oidc:${issuer}`;

/**
 * Whose account it is: the one that this person of the provider has used before, or the one with their address, or one
 * that an invitation to their address makes. From then on the provider's own id counts, not the address.
 */
export async function admitOidc(tx: Tx, clock: Clock, issuer: string, said: OidcPerson): Promise<Admitted | Refusal> {
  if (!said.emailVerified) return "unverified";
  const providerId = oidcProviderId(issuer);
  const linked = await findLinked(tx, and(eq(account.providerId, providerId), eq(account.accountId, said.sub)));
  if (linked) return linked;
  const [known] = await tx.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, said.email));
  // the address has moved on to somebody else at the provider
  if (known && (await findLinked(tx, and(eq(account.providerId, providerId), eq(account.userId, known.id)))))
    return "other";
  const person = known ?? (await acceptInvitation(tx, clock, said));
  if (!person) return "unknown";
  const now = clock.now();
  const link = { accountId: said.sub, providerId, userId: person.id, createdAt: now, updatedAt: now };
  await tx.insert(account).values({ id: newId("acc"), ...link });
  await noteAudit(tx, clock, person, { action: "staff.company-sign-in-linked", objectId: person.id });
  return person;
}

async function findLinked(tx: Tx, where: ReturnType<typeof and>): Promise<Admitted | undefined> {
  const [found] = await tx
    .select({ id: user.id, name: user.name })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(where);
  return found;
}

async function acceptInvitation(tx: Tx, clock: Clock, { email, name }: OidcPerson): Promise<Admitted | null> {
  const open = and(eq(invites.email, email), gt(invites.expiresAt, clock.now()));
  const [invited] = await tx.delete(invites).where(open).returning({ role: invites.role });
  if (!invited) return null;
  const person = { name: name || email, email, role: StaffRole.parse(invited.role) };
  const id = await addAccount(tx, clock, { ...person, password: null, emailVerified: true });
  return { id, name: person.name };
}
