import type { Tx } from "#db/database.ts";
import { isUniqueViolation } from "#db/errors.ts";
import { account, user } from "#db/schema/auth.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import type { StaffRole } from "./people.schema.ts";
import { noteAudit } from "./note-audit.ts";

type NewAccount = {
  name: string;
  email: string;
  role: StaffRole;
  /** Hashed; null for who comes by the company's sign-in alone. */
  password: string | null;
  /** They have shown that the address is theirs. */
  emailVerified: boolean;
};

/** Makes an account of the desk. @returns its id. @throws a unique violation when the address is taken */
export async function addAccount(tx: Tx, clock: Clock, { password, ...person }: NewAccount): Promise<string> {
  const id = newId("usr");
  const now = clock.now();
  await tx.insert(user).values({ id, ...person, createdAt: now, updatedAt: now });
  if (password) await addPassword(tx, now, id, password);
  await noteAudit(
    tx,
    clock,
    { id, name: person.name },
    { action: "staff.joined", objectId: id, detail: roleOf(person) },
  );
  return id;
}

/** `password` is hashed. */
export async function addPassword(tx: Tx, now: Date, userId: string, password: string): Promise<void> {
  const credential = { accountId: userId, providerId: "credential", userId, password };
  await tx.insert(account).values({ id: newId("acc"), ...credential, createdAt: now, updatedAt: now });
}

const roleOf = ({ role }: Pick<NewAccount, "role">) => ({ role });

/** For what addAccount throws. */
export function sayTaken(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new AppError("conflict", "There is an account with this address. Sign in with it.", { cause: error });
}
