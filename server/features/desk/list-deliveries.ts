import { and, count, desc, eq, inArray, notLike } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { CHANNELS } from "#server/outbox/channels/channels.ts";
import { chooseChannels } from "#server/outbox/choose-channels.ts";
import { hookKind } from "#server/outbox/hooks/tell-hooks.ts";
import type { SupportDeps } from "#server/outbox/tell-support.ts";
import type { DeliveryChannel, DeliveryList, DeliveryQuery, Undelivered } from "./deliveries.schema.ts";
import { cutPage, olderThan, PAGE } from "./pages.ts";

/** What waits or was given up, the latest try first, fifty at a time; and every channel with its counts. */
export async function listDeliveries(
  deps: SupportDeps & { db: Db },
  { state, kind, cursor }: DeliveryQuery,
): Promise<DeliveryList> {
  const rows = await deps.db
    .select(LISTED)
    .from(outbox)
    .leftJoin(escalations, eq(escalations.id, outbox.ref))
    .where(
      and(
        eq(outbox.state, state),
        // webhooks have a log of their own
        notLike(outbox.kind, `${hookKind("")}%`),
        kind === undefined ? undefined : eq(outbox.kind, kind),
        olderThan(cursor, outbox.nextAt, outbox.id),
      ),
    )
    .orderBy(desc(outbox.nextAt), desc(outbox.id))
    .limit(PAGE + 1);
  const { page, next } = cutPage(rows, ({ nextAt }) => nextAt);
  return { deliveries: page.map((row) => describeRow(row, state)), channels: await listChannels(deps), next };
}

const LISTED = {
  id: outbox.id,
  kind: outbox.kind,
  attempts: outbox.attempts,
  lastError: outbox.lastError,
  nextAt: outbox.nextAt,
  createdAt: outbox.createdAt,
  caseId: escalations.id,
  reference: escalations.reference,
};
type Row = Pick<typeof outbox.$inferSelect, "id" | "kind" | "attempts" | "lastError" | "nextAt" | "createdAt"> & {
  caseId: string | null;
  reference: string | null;
};

const describeRow = ({ caseId, reference, ...row }: Row, state: Undelivered["state"]): Undelivered => ({
  ...row,
  state,
  nextAt: state === "waiting" ? row.nextAt.toISOString() : null,
  createdAt: row.createdAt.toISOString(),
  case: caseId && reference ? { id: caseId, reference } : null,
});

async function listChannels({ db, hub, config }: SupportDeps & { db: Db }): Promise<DeliveryChannel[]> {
  const rows = await db
    .select({ kind: outbox.kind, state: outbox.state, rows: count() })
    .from(outbox)
    .where(inArray(outbox.state, ["waiting", "dead"]))
    .groupBy(outbox.state, outbox.kind);
  const countOf = (of: string, state: "waiting" | "dead") =>
    rows.find((row) => row.kind === of && row.state === state)?.rows ?? 0;
  return chooseChannels(hub.support, config).map((channel) => {
    const { title, settings } = CHANNELS[channel.kind];
    const counts = { waiting: countOf(channel.kind, "waiting"), dead: countOf(channel.kind, "dead") };
    return { ...channel, title, settings, ...counts };
  });
}
