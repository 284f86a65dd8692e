import { and, eq, isNull, or } from "drizzle-orm";
import { speech } from "#content/words.ts";
import { increased } from "#db/query.ts";
import { connections } from "#db/schema/connections.ts";
import type { Account, Grant } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";
import { VendorFault, vendorNotes as n } from "../vendor-fault.ts";
import { findConnection, ownedBy, type ConnectionRow } from "./find-connection.ts";
import type { Way } from "./find-way.ts";
import { grantColumns } from "./kept-grant.ts";
import { noteEvent } from "./note-event.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

type Entry = {
  row: Pick<ConnectionRow, "id" | "workspaceId" | "connectedAt">;
  way: Way;
  grant: Grant;
  /** Who connected it. */
  email: string;
  /** Whether it may be another account than the one of before. */
  otherAccount: boolean;
};

/** The hub looks by itself an hour after something was set up: until then the customer does. */
export const firstCheck = (now: Date): Date => new Date(now.getTime() + HOUR_MS);

/** The CRM has let us in: reads which account it is, and keeps it with its access. @throws VendorFault, "wrong_account" among them */
export async function keepAccess(integrations: Integrations, entry: Entry): Promise<ConnectionRow> {
  const { row, way, grant, email, otherAccount } = entry;
  const account = await way.connector.account({ app: way.app, site: way.site, grant, fetch: integrations.fetch });
  const now = integrations.clock.now();
  const kept = await integrations.db.transaction(async (tx) => {
    const sameAccount = or(isNull(connections.accountId), eq(connections.accountId, account.id));
    const [connected] = await tx
      .update(connections)
      .set({
        ...grantColumns(integrations, row.id, grant),
        ...accountColumns(account),
        grantVersion: increased(connections.grantVersion),
        site: way.site.id,
        state: "connected",
        connectedAt: now,
        ownerEmail: email,
        ownerLanguage: speech().language,
        updatedAt: now,
        nextCheckAt: firstCheck(now),
        missedChecks: 0,
        toldFailed: false,
      })
      .where(and(ownedBy(row.workspaceId, row.id), otherAccount ? undefined : sameAccount))
      .returning();
    if (!connected) return undefined;
    const what = row.connectedAt === null ? "connected" : "reconnected";
    await noteEvent(tx, row, { who: email, what, at: now, detail: { account: account.id, name: account.name } });
    return connected;
  });
  if (kept) return kept;
  await findConnection(integrations, row.workspaceId, row.id);
  throw new VendorFault("wrong_account", n.itIs(account.name));
}

const accountColumns = ({ id, name, url }: Account) => ({ accountId: id, accountName: name, accountUrl: url });
