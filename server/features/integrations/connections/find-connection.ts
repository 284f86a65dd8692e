import { and, eq } from "drizzle-orm";
import type { Queries } from "#db/database.ts";
import { connections } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

export type ConnectionRow = typeof connections.$inferSelect;

/** A workspace's own connection. @throws AppError "not_found", also for one of another workspace */
export async function findConnection({ db }: { db: Queries }, workspaceId: string, id: string): Promise<ConnectionRow> {
  const [row] = await db.select().from(connections).where(ownedBy(workspaceId, id));
  if (!row) throw unknownConnection();
  return row;
}

/** The condition of every query that a customer's request makes. */
export const ownedBy = (workspaceId: string, id: string) =>
  and(eq(connections.id, id), eq(connections.workspaceId, workspaceId));

export const unknownConnection = (): AppError => new AppError("not_found", t.noSuchConnection);
