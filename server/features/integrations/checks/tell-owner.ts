import { and, eq } from "drizzle-orm";
import { speakIn } from "#content/words.ts";
import type { Tx } from "#db/database.ts";
import { connections } from "#db/schema/connections.ts";
import { pageUrl } from "#server/core/speeches.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { setupPath } from "../connections/begin-connect.ts";
import { nameOf } from "../connections/find-way.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import type { Integrations } from "../open-integrations.ts";
import type { KeptCheck, KeptResult } from "./kept-result.ts";
import { failedMail } from "./owner.mail.ts";

/** What only the operator can mend: it is in the log and at the desk, and webhooks hear of it. */
const OPERATORS: ReadonlySet<string> = new Set(["operator_missing", "wrong_app", "webhook_dead"]);

/** What of a check its owner can do something about. */
const findOwners = ({ results }: KeptCheck): KeptResult[] =>
  results.filter(({ state, code }) => state === "failed" && !OPERATORS.has(code));

/** Tells a connection's owner that it fails: once, until it has been well again, whichever process finds it. */
export async function tellOwner(
  tx: Tx,
  { hub, config, speeches }: Integrations,
  row: ConnectionRow,
  check: KeptCheck,
): Promise<void> {
  const owners = findOwners(check);
  if (!config.mail || !row.ownerEmail || owners.length === 0) return;
  const told = await tx
    .update(connections)
    .set({ toldFailed: true })
    .where(and(eq(connections.id, row.id), eq(connections.toldFailed, false)))
    .returning({ id: connections.id });
  if (told.length === 0) return;
  const name = nameOf({ hub }, row.integration);
  const failed = { to: row.ownerEmail, name, product: hub.product.name, owners };
  const payload = speakIn(speeches.of(row.ownerLanguage), () =>
    failedMail(failed, pageUrl(hub, config.publicUrl, setupPath(row.integration))),
  );
  await enqueue(tx, { kind: "email", dedupeKey: `${check.id}:owner`, ref: row.id, payload });
}
