import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { DatabaseUnavailable } from "#db/errors.ts";
import { settings } from "#db/schema/settings.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import { createWriteProbe } from "#server/probe-writes.ts";
import { freshDatabase } from "#test/support/database.ts";
import { verdictOn } from "#test/support/verdict.ts";

const { db } = await freshDatabase();
afterEach(() => void vi.useRealTimers());

test("whoever asks hears how the last write ended, and ten seconds have one at most", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { insert } = db;
  const inserted = vi.fn(insert.bind(db));
  const write: { able: boolean } = { able: false };
  const probe = createWriteProbe({
    clock,
    db: Object.assign(Object.create(db), {
      insert: (table: typeof settings) => {
        if (!write.able) throw new DatabaseUnavailable("SQLITE_FULL");
        return inserted(table);
      },
    }) as typeof db, // the same, but for what is full
  });
  expect(await Promise.all([1, 2, 3].map(() => verdictOn(probe())))).toEqual(Array(3).fill("unavailable"));
  write.able = true;
  expect(await verdictOn(probe())).toBe("unavailable");
  vi.advanceTimersByTime(10_000);
  expect(await Promise.all(Array.from({ length: 50 }, () => verdictOn(probe())))).toEqual(Array(50).fill("done"));
  expect(inserted).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(await verdictOn(probe())).toBe("done");
  expect(inserted).toHaveBeenCalledTimes(2);
  expect(await db.$count(settings, eq(settings.key, "written"))).toBe(1);
});
