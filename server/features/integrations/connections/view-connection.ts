import { desc, eq } from "drizzle-orm";
import { say } from "#content/kept-words.ts";
import { IntegrationId } from "#content/schema.ts";
import type { Queries } from "#db/database.ts";
import { tenantRequests } from "#db/schema/connections.ts";
import type { Connector, Vocabulary } from "../connector.ts";
import { ConnectionSettings, type ConnectionView, type CrmWords, type TenantRequest } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import type { ConnectionRow } from "./find-connection.ts";
import { findConnector } from "./find-way.ts";

type TenantRow = typeof tenantRequests.$inferSelect;

/** A connection as its own workspace sees it: without its secrets. */
export async function viewConnection(integrations: Integrations, row: ConnectionRow): Promise<ConnectionView> {
  return toView(integrations, row, await findTenant(integrations.db, row.id));
}

/** What a workspace asked for last. */
export async function findTenant(db: Queries, connectionId: string): Promise<TenantRow | undefined> {
  const [latest] = await db
    .select()
    .from(tenantRequests)
    .where(eq(tenantRequests.connectionId, connectionId))
    .orderBy(desc(tenantRequests.submittedAt), desc(tenantRequests.id))
    .limit(1);
  return latest;
}

export function toView(integrations: Integrations, row: ConnectionRow, tenant: TenantRow | undefined): ConnectionView {
  const { id, site, state, accountId, accountName, accountUrl, version } = row;
  return {
    id,
    integration: IntegrationId.parse(row.integration),
    site,
    state,
    account: accountId === null ? null : { id: accountId, name: accountName ?? accountId, url: accountUrl },
    connectedAt: toMoment(row.connectedAt),
    tenant: tenant ? viewTenant(tenant) : null,
    draft: ConnectionSettings.parse(row.draft),
    version,
    saved: row.saved === null ? null : ConnectionSettings.parse(row.saved),
    savedAt: toMoment(row.savedAt),
    crm: crmWords(findConnector(integrations, row.integration)),
  };
}

export const viewTenant = ({ tenantId, state, note, submittedAt, decidedAt }: TenantRow): TenantRequest => ({
  tenantId,
  state,
  note,
  submittedAt: submittedAt.toISOString(),
  decidedAt: toMoment(decidedAt),
});

export const toMoment = (at: Date | null): string | null => at && at.toISOString();

const sayVocabulary = ({ pipeline, stage, standsIn }: Vocabulary): CrmWords["words"] => ({
  pipeline: pipeline && say(pipeline),
  stage: say(stage),
  standsIn: standsIn && say(standsIn),
});

/** What a CRM has and calls it, in the language that is spoken. Bases and scopes are the server's own business. */
export const crmWords = ({ definition }: Connector): CrmWords => ({
  way: definition.way,
  sites: definition.sites.map(({ id, title }) => ({ id, title: say(title) })),
  objects: definition.objects.map(({ id, title, policies }) => ({ id, title: say(title), policies: [...policies] })),
  words: sayVocabulary(definition.words),
  credentials: definition.credentials.map(({ name, label, secret }) => ({ name, label, secret })),
});
