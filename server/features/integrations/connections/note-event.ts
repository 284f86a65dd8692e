import type { Queries } from "#db/database.ts";
import { connectionEvents } from "#db/schema/connections.ts";
import { newId } from "#server/core/ids.ts";
import type { ConnectionRow } from "./find-connection.ts";

/** `who`: an address of staff or customer, "hub" for the hub itself. `detail` holds no secrets: staff read it. */
type Said = {
  who: string;
  what:
    | "connected"
    | "reconnected"
    | "reconnect_needed"
    | "disconnected"
    | "saved"
    | "tenant_submitted"
    | "tenant_approved"
    | "tenant_refused"
    | "checked"
    | "traced";
  at: Date;
  detail?: unknown;
};

/** What was done with a connection, and by whom. It stays when the connection goes. */
export async function noteEvent(
  db: Queries,
  { id, workspaceId }: Pick<ConnectionRow, "id" | "workspaceId">,
  { detail = null, ...said }: Said,
): Promise<void> {
  await db.insert(connectionEvents).values({ id: newId("cev"), connectionId: id, workspaceId, detail, ...said });
}
