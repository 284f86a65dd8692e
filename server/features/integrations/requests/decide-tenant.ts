import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { speakIn } from "#content/words.ts";
import type { Tx } from "#db/database.ts";
import { connections, tenantRequests } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import { pageUrl } from "#server/core/speeches.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { setupPath } from "../connections/begin-connect.ts";
import { unknownConnection } from "../connections/find-connection.ts";
import { nameOf } from "../connections/find-way.ts";
import { noteEvent } from "../connections/note-event.ts";
import type { TenantDecision } from "../desk.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { tenantMail } from "./requests.mail.ts";

/** Staff have looked at a Tenant ID: decided once, and the customer is told in the same transaction. */
export async function decideTenant(
  integrations: Integrations,
  staff: { email: string },
  connectionId: string,
  { decision, note }: z.infer<typeof TenantDecision>,
): Promise<void> {
  const { db, clock } = integrations;
  const now = clock.now();
  await db.transaction(async (tx) => {
    const [request] = await tx
      .update(tenantRequests)
      .set({ state: decision, note: note || null, decidedAt: now, decidedBy: staff.email })
      .where(and(eq(tenantRequests.connectionId, connectionId), eq(tenantRequests.state, "waiting")))
      .returning();
    if (!request) throw await nothingWaits(tx, connectionId);
    const [row] = await tx
      .update(connections)
      .set({ state: decision, updatedAt: now })
      .where(and(eq(connections.id, connectionId), eq(connections.state, "waiting")))
      .returning();
    if (!row) throw await nothingWaits(tx, connectionId);
    const what = decision === "approved" ? "tenant_approved" : "tenant_refused";
    await noteEvent(tx, row, { who: staff.email, what, at: now, detail: { tenantId: request.tenantId, note } });
    // an address that was erased is empty
    if (integrations.config.mail && request.email) {
      const crm = nameOf(integrations, row.integration);
      const payload = speakIn(integrations.speeches.of(request.language), () => {
        const link = pageUrl(integrations.hub, integrations.config.publicUrl, setupPath(row.integration));
        return tenantMail(integrations, request, { approved: decision === "approved", crm, link });
      });
      await enqueue(tx, { kind: "email", dedupeKey: `${request.id}:decided`, ref: connectionId, payload });
    }
  });
}

async function nothingWaits(tx: Tx, id: string): Promise<AppError> {
  const [known] = await tx.select({ id: connections.id }).from(connections).where(eq(connections.id, id));
  return known
    ? new AppError("conflict", "No Tenant ID waits here: somebody decided it already.")
    : unknownConnection();
}
