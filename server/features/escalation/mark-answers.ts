import { inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import type { TrailItem } from "./escalation.schema.ts";

/** Marks the answers that were sent along: their reader went on to a person. Reports count by it. */
export async function markAnswers(tx: Tx, trail: TrailItem[]): Promise<void> {
  const ids = trail.filter(({ kind }) => kind === "answer").map(({ ref }) => ref);
  if (ids.length > 0) await tx.update(answers).set({ wentOn: true }).where(inArray(answers.id, ids));
}
