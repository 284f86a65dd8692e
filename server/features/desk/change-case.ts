import { and, eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import type { CaseChange } from "./desk.schema.ts";
import { unknownCase } from "./read-case.ts";

/** Sets the state. Throws `conflict` when somebody changed the case since `version`, `not_found` when it is gone. */
export async function changeCase(db: Db, clock: Clock, id: string, { state, version }: CaseChange): Promise<void> {
  const changed = await db
    .update(escalations)
    .set({ state, version: version + 1, updatedAt: clock.now() })
    .where(and(eq(escalations.id, id), eq(escalations.version, version)))
    .returning({ id: escalations.id });
  if (changed.length > 0) return;
  const [known] = await db.select({ id: escalations.id }).from(escalations).where(eq(escalations.id, id));
  if (!known) throw unknownCase();
  throw new AppError("conflict", "Somebody changed this case meanwhile. Read it again, then decide.");
}
