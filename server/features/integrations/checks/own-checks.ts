import { and, eq, isNotNull } from "drizzle-orm";
import { IntegrationId } from "#content/schema.ts";
import { connections } from "#db/schema/connections.ts";
import { localizePath } from "#content/languages.ts";
import { speech } from "#content/words.ts";
import type { ConnectionCheck } from "../checks.schema.ts";
import { setupPath } from "../connections/begin-connect.ts";
import { nameOf } from "../connections/find-way.ts";
import type { Integrations } from "../open-integrations.ts";
import { listKeptChecks } from "./keep-check.ts";
import { sayCheck, type Knows } from "./kept-result.ts";
import { ownCheckWords as t } from "./own-checks.words.ts";

/** The latest check of a workspace's connection, in sentences of the reader's language, for answers to those who belong to it. */
export type OwnCheck = { integration: IntegrationId; name: string; url: string; at: string; says: string[] };

/** More than this is not said in an answer. */
const TOLD_AT_MOST = 6;

export async function readOwnChecks(deps: Integrations & Knows, workspaceId: string): Promise<OwnCheck[]> {
  const { db, hub } = deps;
  const own = await db
    .select({ id: connections.id, integration: connections.integration })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNotNull(connections.checkedAt)));
  const told = own.map(async (row): Promise<OwnCheck[]> => {
    const integration = IntegrationId.parse(row.integration);
    const [check] = await listKeptChecks(db, row.id, 1);
    if (!check) return [];
    const name = nameOf({ hub }, integration);
    const url = localizePath(hub, speech().language, setupPath(integration));
    return [{ integration, name, url, at: check.at, says: sumUpCheck(sayCheck(deps, check), name) }];
  });
  return (await Promise.all(told)).flat();
}

/** What fails, then what to know; what could not be looked at where there is nothing else. */
function sumUpCheck({ results, at }: ConnectionCheck, name: string): string[] {
  const seen = [at.slice(0, 10), at.slice(11, 16)] as const;
  const inState = (state: string) => results.filter((result) => result.state === state);
  const [failed, warned] = [inState("failed"), inState("warning")];
  const untold = inState("unknown").filter(({ fact }) => fact !== "vendor");
  const told = [...failed, ...warned, ...(failed.length === 0 ? untold : [])].slice(0, TOLD_AT_MOST);
  if (told.length === 0) return [t.fine(name, ...seen)];
  const lead = failed.length > 0 ? t.fails(name, ...seen) : t.hasSomething(name, ...seen);
  return [lead, ...told.map(({ title, seen: saw, todo }) => [`${title}: ${saw}`, todo].filter(Boolean).join(" "))];
}
