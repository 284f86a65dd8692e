import { and, eq } from "drizzle-orm";
import { gaps } from "#db/schema/gaps.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import { sayConflict } from "./conflict.ts";
import { gapEvent } from "./gap-event.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import { NOT_CLOSED } from "./not-closed.ts";
import type { GapChange } from "./gaps.schema.ts";

const VERBS = { open: "opened", dismissed: "dismissed" } as const;

type ChangeDeps = Pick<GapsDeps, "db" | "clock">;

/** Dismisses, opens again, renames. @throws AppError "conflict" when it was changed since `version`, "not_found" */
export async function changeGap(deps: ChangeDeps, staff: Staff, id: string, change: GapChange): Promise<void> {
  const { version, state, title } = change;
  const set = {
    version: version + 1,
    ...(state && { state, ...NOT_CLOSED }),
    ...(title && { title, named: true }),
  };
  await deps.db.transaction(async (tx) => {
    const [changed] = await tx
      .update(gaps)
      .set(set)
      .where(and(eq(gaps.id, id), eq(gaps.version, version)))
      .returning();
    if (!changed) throw await sayConflict(tx, id);
    if (state) await tellHooks(tx, gapEvent(changed, deps.clock.now()));
    if (state) await noteAudit(tx, deps.clock, staff, { action: `gap.${VERBS[state]}`, objectId: id });
    if (title) await noteAudit(tx, deps.clock, staff, { action: "gap.renamed", objectId: id, detail: { title } });
  });
}
