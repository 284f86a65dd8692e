import { eq } from "drizzle-orm";
import { outbox } from "#db/schema/outbox.ts";
import { escalations } from "#db/schema/escalation.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { createEscalation } from "#server/features/escalation/create-escalation.ts";
import { signInAdmin } from "./hub.ts";
import type { openMailHub } from "./mail-hub.ts";
import { openDesk } from "./staff.ts";

/** Cases as customers make them, and the desk that merges them. */
export async function openMerging({ hub, db, deps }: Awaited<ReturnType<typeof openMailHub>>) {
  const desk = openDesk(hub, await signInAdmin(hub));
  const rowOf = async (id: string) => {
    const [row] = await db.select().from(escalations).where(eq(escalations.id, id));
    if (!row) throw new Error(`There is no case ${id}`);
    return row;
  };
  const change = async (id: string, fields: object) => {
    const { version } = await rowOf(id);
    const response = await desk.send("PATCH", `cases/${id}`, { version, ...fields });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    desk,
    rowOf,
    change,
    /** A case of a form, with the secret of its receipt's link. */
    file: async (message: string, email = "ann@example.com") => {
      const input = { email, message, trail: [] };
      const made = await createEscalation(deps, { key: undefined, ipKey: email, input, files: [] });
      return { ...made, secret: made.receiptUrl.slice(made.receiptUrl.lastIndexOf("/") + 1) };
    },
    read: (id: string) => desk.read<CaseDetail>(`cases/${id}`),
    /** What was promised about a case, by its kind and the beginning of its key. */
    told: async (id: string) => {
      const rows = await db.select().from(outbox).where(eq(outbox.ref, id));
      // what the outbox keeps of kind "email" is an Email
      return rows.map(({ dedupeKey, payload }) => ({ key: dedupeKey, mail: payload as Email }));
    },
  };
}
