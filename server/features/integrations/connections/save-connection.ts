import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { connections } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { AppError } from "#server/core/errors.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { ConnectionSettings, type ConnectionView } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { checkSettings } from "./check-settings.ts";
import type { ConnectionSaved } from "./connection.events.ts";
import { findConnection, ownedBy, type ConnectionRow } from "./find-connection.ts";
import { findConnector, nameOf } from "./find-way.ts";
import { firstCheck } from "./keep-access.ts";
import { noteEvent } from "./note-event.ts";
import { changedMeanwhile } from "./save-draft.ts";
import { viewConnection } from "./view-connection.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

type Customer = { email: string; workspaceId: string };

/**
 * The draft of `version` goes live, and the product is told of it: both or neither. Saved again unchanged, the product
 * is told only if it never was, as before the operator named its address. @throws AppError "unprocessable" with a mistake a field, "conflict" with `current`
 */
export async function saveConnection(
  integrations: Integrations,
  customer: Customer,
  id: string,
  { version }: { version: number },
): Promise<ConnectionView> {
  const { db, clock } = integrations;
  const row = await findConnection(integrations, customer.workspaceId, id);
  if (row.version !== version) throw await changedMeanwhile(integrations, customer.workspaceId, id);
  requireComplete(integrations, row);
  const now = clock.now();
  const saved = await db.transaction(async (tx) => {
    const here = and(ownedBy(customer.workspaceId, id), eq(connections.version, version), isConnected);
    const [live] = await tx
      .update(connections)
      .set({ saved: row.draft, savedAt: now, updatedAt: now, nextCheckAt: firstCheck(now) })
      .where(and(here, isUnsaved))
      .returning();
    if (live) await noteEvent(tx, live, { who: customer.email, what: "saved", at: now, detail: { version } });
    const [kept] = live ? [live] : await tx.select().from(connections).where(here);
    if (kept) await promiseWebhook(tx, integrations, kept);
    return kept;
  });
  const kept = saved ?? (await findConnection(integrations, customer.workspaceId, id));
  if (kept.version !== version) throw await changedMeanwhile(integrations, customer.workspaceId, id);
  return viewConnection(integrations, kept);
}

const CONNECTED = ["connected", "reconnect"] as const;
const isConnected = inArray(connections.state, CONNECTED);
const isUnsaved = or(isNull(connections.saved), ne(connections.saved, connections.draft));

function requireComplete(integrations: Integrations, row: ConnectionRow): void {
  if (!CONNECTED.some((state) => state === row.state))
    throw new AppError("unprocessable", t.connectFirst(nameOf(integrations, row.integration)));
  const { definition } = findConnector(integrations, row.integration);
  const fields = checkSettings(definition, ConnectionSettings.parse(row.draft));
  if (fields.length > 0) throw new AppError("unprocessable", t.incomplete, { fields });
}

/** Once a version. */
async function promiseWebhook(tx: Tx, { config }: Integrations, row: ConnectionRow): Promise<void> {
  if (!config.webhook || !row.savedAt) return;
  const [workspace] = await tx
    .select({ id: workspaces.externalId, name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, row.workspaceId));
  const data: ConnectionSaved = {
    id: row.id,
    integration: row.integration,
    site: row.site,
    workspace: workspace ?? { id: null, name: "" },
    account: row.accountId === null ? null : { id: row.accountId, name: row.accountName },
    settings: ConnectionSettings.parse(row.saved),
    version: row.version,
    savedAt: row.savedAt.toISOString(),
  };
  const payload = { type: "connection.saved", data };
  await enqueue(tx, { kind: "webhook", dedupeKey: `${row.id}:saved:${row.version}`, ref: row.id, payload });
}
