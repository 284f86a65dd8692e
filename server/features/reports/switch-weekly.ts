import { eq } from "drizzle-orm";
import { weeklyReaders } from "#db/schema/reports.ts";
import type { Db } from "#db/database.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import type { Clock } from "#server/core/clock.ts";
import type { WeeklySwitch } from "./reports.schema.ts";

type Deps = { db: Db; clock: Clock; config: { mail: unknown } };

/** Off until somebody turns it on for themselves (docs/adr/0024). */
export async function readWeekly({ db, config }: Deps, { id }: Pick<Staff, "id">): Promise<WeeklySwitch> {
  return { on: (await db.$count(weeklyReaders, eq(weeklyReaders.staffId, id))) > 0, mail: Boolean(config.mail) };
}

export async function switchWeekly({ db, clock }: Deps, staff: Pick<Staff, "id" | "name">, on: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    const { staffId } = weeklyReaders;
    const changed = on
      ? await tx
          .insert(weeklyReaders)
          .values({ staffId: staff.id, since: clock.now() })
          .onConflictDoNothing()
          .returning()
      : await tx.delete(weeklyReaders).where(eq(staffId, staff.id)).returning();
    const action = on ? "weekly_report.on" : "weekly_report.off";
    if (changed.length > 0) await noteAudit(tx, clock, staff, { action, objectId: staff.id });
  });
}
