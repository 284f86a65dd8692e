import { and, inArray } from "drizzle-orm";
import { speech } from "#content/words.ts";
import { connections, tenantRequests } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { newId } from "#server/core/ids.ts";
import { findConnection, ownedBy } from "../connections/find-connection.ts";
import { findWay, nameOf } from "../connections/find-way.ts";
import { noteEvent } from "../connections/note-event.ts";
import { findTenant, viewConnection } from "../connections/view-connection.ts";
import type { ConnectionView } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { tenantWaitsMail } from "./requests.mail.ts";
import { setupProblemWords as t } from "../connections/setup-problems.words.ts";

type Customer = { email: string; workspaceId: string };

/** A Tenant ID for staff to decide on; asked again after a refusal. The same one sent twice is one request. */
export async function submitTenant(
  integrations: Integrations,
  { email, workspaceId }: Customer,
  id: string,
  { tenantId }: { tenantId: string },
): Promise<ConnectionView> {
  const { db, clock, config } = integrations;
  const row = await findConnection(integrations, workspaceId, id);
  if (findWay(integrations, row).connector.definition.way !== "tenant")
    throw new AppError("unprocessable", t.noTenantId(nameOf(integrations, row.integration)));
  const now = clock.now();
  const asked = await db.transaction(async (tx) => {
    const [waiting] = await tx
      .update(connections)
      .set({ state: "waiting", updatedAt: now })
      .where(and(ownedBy(workspaceId, id), inArray(connections.state, ["new", "refused"])))
      .returning();
    if (!waiting) return undefined;
    const request = { id: newId("ten"), connectionId: id, workspaceId, tenantId, email, submittedAt: now };
    await tx.insert(tenantRequests).values({ ...request, language: speech().language, state: "waiting" });
    await noteEvent(tx, row, { who: email, what: "tenant_submitted", at: now, detail: { tenantId } });
    if (config.mail) {
      const link = `${config.publicUrl}/desk/?view=connections&connection=${id}`;
      const crm = nameOf(integrations, row.integration);
      const payload = tenantWaitsMail(integrations, { email, tenantId, crm, link });
      await enqueue(tx, { kind: "email", dedupeKey: `${request.id}:waits`, ref: id, payload });
    }
    return waiting;
  });
  if (asked) return viewConnection(integrations, asked);
  const latest = await findTenant(db, id);
  if (latest?.tenantId !== tenantId) throw new AppError("conflict", sayWhy(latest?.state));
  return viewConnection(integrations, await findConnection(integrations, workspaceId, id));
}

const sayWhy = (state: string | undefined): string => (state === "waiting" ? t.otherTenantIdWaits : t.tenantIdApproved);
