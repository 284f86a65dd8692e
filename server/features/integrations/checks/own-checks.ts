import { and, eq, isNotNull } from "drizzle-orm";
import { IntegrationId } from "#content/schema.ts";
import { connections } from "#db/schema/connections.ts";
import type { ConnectionCheck } from "../checks.schema.ts";
import { setupPath } from "../connections/begin-connect.ts";
import { nameOf } from "../connections/find-way.ts";
import type { Integrations } from "../open-integrations.ts";
import { listChecks } from "./keep-check.ts";

/** The latest check of a workspace's connection, in sentences, for answers to those who belong to it. */
export type OwnCheck = { integration: IntegrationId; name: string; url: string; at: string; says: string[] };

/** More than this is not said in an answer. */
const TOLD_AT_MOST = 6;

export async function readOwnChecks({ db, hub }: Integrations, workspaceId: string): Promise<OwnCheck[]> {
  const own = await db
    .select({ id: connections.id, integration: connections.integration })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNotNull(connections.checkedAt)));
  const told = own.map(async (row): Promise<OwnCheck[]> => {
    const integration = IntegrationId.parse(row.integration);
    const [check] = await listChecks(db, row.id, 1);
    const name = nameOf({ hub }, integration);
    return check ? [{ integration, name, url: setupPath(integration), at: check.at, says: sayCheck(check, name) }] : [];
  });
  return (await Promise.all(told)).flat();
}

/** What fails, then what to know; what could not be looked at where there is nothing else. */
export function sayCheck({ results, at }: ConnectionCheck, name: string): string[] {
  const seen = `seen ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
  const inState = (state: string) => results.filter((result) => result.state === state);
  const [failed, warned] = [inState("failed"), inState("warning")];
  const untold = inState("unknown").filter(({ fact }) => fact !== "vendor");
  const told = [...failed, ...warned, ...(failed.length === 0 ? untold : [])].slice(0, TOLD_AT_MOST);
  if (told.length === 0) return [`Everything in your connection to ${name} is fine, ${seen}.`];
  const lead =
    failed.length > 0
      ? `Your connection to ${name} fails, ${seen}.`
      : `Your connection to ${name} has something to look at, ${seen}.`;
  return [lead, ...told.map(({ title, seen: saw, todo }) => [`${title}: ${saw}`, todo].filter(Boolean).join(" "))];
}
