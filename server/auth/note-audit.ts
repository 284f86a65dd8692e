import type { Tx } from "#db/database.ts";
import { audit } from "#db/schema/audit.ts";
import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";
import type { Staff } from "./staff.ts";

/** `action` names what was done as `object.verb`, such as `case.solved`; `objectId` says to what. */
export type Deed = { action: string; objectId?: string | undefined; detail?: Record<string, unknown> | undefined };

/** Notes who of the staff did what, in the transaction that does it. */
export async function noteAudit(tx: Tx, clock: Clock, staff: Pick<Staff, "id" | "name">, deed: Deed): Promise<void> {
  const { action, objectId = null, detail = null } = deed;
  const who = { staffId: staff.id, staffName: staff.name };
  const kind = action.split(".", 1)[0] ?? action;
  await tx.insert(audit).values({ id: newId("aud"), at: clock.now(), ...who, action, kind, objectId, detail });
}
