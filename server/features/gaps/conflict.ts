import { desc, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { audit } from "#db/schema/audit.ts";
import { gaps } from "#db/schema/gaps.ts";
import { AppError } from "#server/core/errors.ts";
import { unknownGap } from "./read-gap.ts";

/** Why a change found no gap of its version: it is gone, or somebody was there before. The other's change goes along. */
export async function sayConflict(tx: Tx, id: string): Promise<AppError> {
  const { title, state, version } = gaps;
  const [current] = await tx.select({ title, state, version }).from(gaps).where(eq(gaps.id, id));
  if (!current) return unknownGap();
  const [last] = await tx
    .select({ by: audit.staffName })
    .from(audit)
    .where(eq(audit.objectId, id))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(1);
  const who = last?.by ?? "Somebody";
  const message = `${who} changed this gap meanwhile: it is ${current.state}, and called “${current.title}”. It is shown as it is now.`;
  return new AppError("conflict", message, { extra: { current } });
}
