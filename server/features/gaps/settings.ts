import { eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";
import type { Clock } from "#server/core/clock.ts";

type SettingDeps = { db: Db; clock: Clock };

export async function readSetting(db: Db, key: string): Promise<string | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value ?? null;
}

export async function writeSetting({ db, clock }: SettingDeps, key: string, value: string): Promise<void> {
  const set = { value, updatedAt: clock.now() };
  await db
    .insert(settings)
    .values({ key, ...set })
    .onConflictDoUpdate({ target: settings.key, set });
}
