import { and, eq, ne } from "drizzle-orm";
import { increased } from "#db/query.ts";
import { user, verification } from "#db/schema/auth.ts";
import { escalations } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { leavesAnAdmin, oneAtATime, refuse } from "./last-admin.ts";
import { noteAudit } from "./note-audit.ts";
import type { PeopleDeps } from "./people.ts";
import type { Staff } from "./staff.ts";

/**
 * The account goes, with its sessions and ways in; open cases are nobody's. What they wrote stays under their name, and
 * who solved what is "Somebody who left". @throws AppError `not_found`, `unprocessable` for oneself and the last admin
 */
export async function removeColleague({ db, clock }: PeopleDeps, staff: Staff, id: string): Promise<void> {
  if (id === staff.id) throw new AppError("unprocessable", "You cannot remove yourself. Ask another admin.");
  await db.transaction(async (tx) => {
    await oneAtATime(tx, clock);
    // sessions, passwords, codes and passkeys go with it
    const removed = await tx
      .delete(user)
      .where(and(eq(user.id, id), leavesAnAdmin(tx)))
      .returning({ name: user.name, email: user.email });
    const [gone] = removed.length > 0 ? removed : await refuse(tx, id);
    await tx.delete(verification).where(eq(verification.value, id));
    const freed = await tx
      .update(escalations)
      .set({ ownerId: null, version: increased(escalations.version), updatedAt: clock.now() })
      .where(and(eq(escalations.ownerId, id), ne(escalations.state, "solved")))
      .returning({ id: escalations.id });
    const detail = { ...gone, cases: freed.length };
    await noteAudit(tx, clock, staff, { action: "staff.removed", objectId: id, detail });
  });
}
