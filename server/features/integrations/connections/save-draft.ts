import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { connections } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import type { ConnectionView, DraftInput } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { findConnection, ownedBy } from "./find-connection.ts";
import { viewConnection } from "./view-connection.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

/** Keeps a draft over the one of `version`, and over no later one. @throws AppError "conflict" with `current` */
export async function saveDraft(
  integrations: Integrations,
  workspaceId: string,
  id: string,
  { version, draft }: z.infer<typeof DraftInput>,
): Promise<ConnectionView> {
  const [row] = await integrations.db
    .update(connections)
    .set({ draft, version: version + 1, updatedAt: integrations.clock.now() })
    .where(and(ownedBy(workspaceId, id), eq(connections.version, version)))
    .returning();
  if (!row) throw await changedMeanwhile(integrations, workspaceId, id);
  return viewConnection(integrations, row);
}

/** What is there now comes along, so that both can be shown. @throws AppError "not_found" where there is nothing */
export async function changedMeanwhile(integrations: Integrations, workspaceId: string, id: string): Promise<AppError> {
  const current = await viewConnection(integrations, await findConnection(integrations, workspaceId, id));
  return new AppError("conflict", t.changedElsewhere, { extra: { current } });
}
