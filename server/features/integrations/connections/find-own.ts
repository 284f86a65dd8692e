import { and, asc, eq } from "drizzle-orm";
import { connections } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import type { Integrations } from "../open-integrations.ts";
import type { ConnectionRow } from "./find-connection.ts";
import { nameOf } from "./find-way.ts";

/**
 * The connection that a workspace means: the one at this CRM, or the only one that it has.
 * @throws AppError "not_found" where there is none, "unprocessable" where it must be said which
 */
export async function findOwn(
  integrations: Integrations,
  workspaceId: string,
  integration: string | undefined,
): Promise<ConnectionRow> {
  const own = and(
    eq(connections.workspaceId, workspaceId),
    integration === undefined ? undefined : eq(connections.integration, integration),
  );
  const rows = await integrations.db.select().from(connections).where(own).orderBy(asc(connections.integration));
  const [first, ...others] = rows;
  if (first && others.length === 0) return first;
  const names = rows.map(({ integration: id }) => `${nameOf(integrations, id)} (${id})`).join(", ");
  if (first) throw new AppError("unprocessable", `This workspace has several connections. Say which: ${names}.`);
  const where = integration === undefined ? "any CRM" : nameOf(integrations, integration);
  throw new AppError(
    "not_found",
    `This workspace has no connection to ${where} yet. It begins at ${integrations.config.publicUrl}/setup/.`,
  );
}
