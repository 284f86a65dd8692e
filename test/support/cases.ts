import type { Queries } from "#db/database.ts";
import { user } from "#db/schema/auth.ts";
import { escalations } from "#db/schema/escalation.ts";

type Row = Partial<typeof escalations.$inferInsert>;

const SENT = new Date("2026-11-23T09:00:00.000Z");

/** A case as a reader's form makes one, straight into the database. `change.createdAt`: when it was sent. */
export async function putCase(db: Queries, id: string, change: Row = {}): Promise<void> {
  const at = change.createdAt ?? SENT;
  await db.insert(escalations).values({
    ...{ id, reference: `RF-${id}`, receiptHash: `hash of ${id}`, receiptExpiresAt: at },
    ...{ email: `${id}@example.com`, message: "Nothing arrives. Why?", trail: [], state: "new", version: 1 },
    ...{ waitingSince: at, createdAt: at, updatedAt: at },
    ...change,
  });
}

/** A colleague, as far as the desk's lists know one. */
export async function putColleague(db: Queries, id: string, name: string, role = "agent"): Promise<void> {
  const at = new Date();
  const row = { id, name, role, email: `${id}@example.com`, emailVerified: true, createdAt: at, updatedAt: at };
  await db.insert(user).values(row);
}
