import { isDeepStrictEqual } from "node:util";
import { and, desc, eq } from "drizzle-orm";
import { retentionOf } from "#content/retention.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import { nameOf } from "../connections/find-way.ts";
import type { Connector } from "../connector.ts";
import { ConnectionSettings } from "../integrations.schema.ts";
import type { ChecksDeps } from "./checks.deps.ts";
import type { LastWebhook, Subject } from "./subject.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

/** What is known of a connection here: its settings, the operator's app, the vendor's status, what was sent. */
export async function readSubject(deps: ChecksDeps, row: ConnectionRow, { definition }: Connector): Promise<Subject> {
  const { config } = deps.integrations;
  const draft = ConnectionSettings.parse(row.draft);
  const saved = row.saved === null ? null : ConnectionSettings.parse(row.saved);
  return {
    definition,
    name: nameOf(deps.integrations, definition.id),
    state: row.state,
    account: row.accountId === null ? null : { id: row.accountId, name: row.accountName },
    settings: saved ?? draft,
    saved: saved ? (isDeepStrictEqual(saved, draft) ? "saved" : "changed") : "never",
    hasApp: config.apps[definition.id] !== undefined,
    vendor: deps.readVendor(definition.id),
    webhook: config.webhook ? await readWebhook(deps, row) : "off",
  };
}

async function readWebhook({ integrations }: ChecksDeps, { id, savedAt }: ConnectionRow): Promise<LastWebhook> {
  const { db, clock, hub } = integrations;
  const [last] = await db
    .select({ state: outbox.state, sentAt: outbox.sentAt, createdAt: outbox.createdAt })
    .from(outbox)
    .where(and(eq(outbox.ref, id), eq(outbox.kind, "webhook")))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  if (last) return { state: last.state, at: last.sentAt ?? last.createdAt };
  const kept = clock.now().getTime() - retentionOf(hub).outbox * DAY_MS;
  return savedAt && savedAt.getTime() < kept ? "forgotten" : null;
}
