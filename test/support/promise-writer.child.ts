import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import { enqueue } from "#server/outbox/outbox.ts";

/** Runs until it is killed: ten at a time, writes a row with its outbox row, then says on stdout which one is safe. */
const db = await openDatabase(process.env["DATABASE_URL"] ?? "");
let next = 0;

async function write(): Promise<never> {
  for (;;) {
    const key = String(next++);
    await db.transaction(async (tx) => {
      await tx.insert(settings).values({ key, value: "", updatedAt: new Date() });
      await enqueue(tx, { kind: "webhook", dedupeKey: key, payload: { type: "test", data: {} } });
    });
    process.stdout.write(`${key}\n`);
  }
}
await Promise.all(Array.from({ length: 10 }, write));
