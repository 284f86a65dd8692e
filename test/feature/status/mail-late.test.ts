import { expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { isMailLate } from "#server/features/status/own-parts.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
const now = new Date("2026-11-23T09:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("mail is late where none goes out; one address that is refused does not make it so", async () => {
  const row = { kind: "email", payload: {}, attempts: 2, nextAt: now };
  const put = (id: string, change: { state: "waiting" | "sent"; createdAt: Date; sentAt?: Date }) =>
    db.insert(outbox).values({ id, dedupeKey: id, ...row, ...change });
  expect(await isMailLate(db, now)).toBe(false);
  await put("before", { state: "sent", createdAt: ago(30), sentAt: ago(29) });
  await put("waits", { state: "waiting", createdAt: ago(20) });
  expect(await isMailLate(db, now)).toBe(true);
  await put("after", { state: "sent", createdAt: ago(15), sentAt: ago(14) });
  expect(await isMailLate(db, now)).toBe(false);
});
