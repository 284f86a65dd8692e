import { speech } from "#content/words.ts";
import type { Db } from "#db/database.ts";
import { localDate } from "#server/core/zone-time.ts";
import type { Reading } from "../parse/reading.ts";
import type { VendorDays } from "../status.schema.ts";
import type { WatchedVendor } from "../vendors.ts";
import { EVERY_MS } from "../keep-readings.ts";
import { keepDay, loadDays, type VendorDay } from "./keep-days.ts";
import { daysIn, firstDay, joinDays } from "./read-days.ts";
import { sayDays } from "./say-days.ts";
import { tellDays } from "./tell-days.ts";

/** The vendors' days: held as the table has them, and written where a reading adds to them. */
export function openDays({ db, timeZone }: { db: Db; timeZone: string }, vendors: WatchedVendor[]) {
  let held: Map<string, VendorDay> | undefined;
  let loadedAt = -Infinity;
  /** By vendor, today and language, until more is known: every open page is told every three seconds. */
  const told = new Map<string, VendorDays>();
  return {
    /** What other processes have kept too, once a minute. Rejects without the database. */
    async load(now: Date): Promise<void> {
      if (now.getTime() - loadedAt < EVERY_MS) return;
      const rows = await loadDays(db, vendors, firstDay(now, timeZone));
      held = new Map(rows.map((row) => [nameOf(row), row]));
      told.clear();
      loadedAt = now.getTime();
    },
    /** A reading says seldom more of a day than the one before it: then nothing is written. */
    async add({ id, read }: WatchedVendor, reading: Reading, at: Date): Promise<void> {
      for (const day of daysIn(reading, at, timeZone)) {
        const more = { integration: id, url: read.url, ...day };
        const before = held?.get(nameOf(more));
        const after = joinDays(before, more);
        if (before && before.state === after.state && before.hours === after.hours) continue;
        await keepDay(db, more);
        held?.set(nameOf(more), after);
        told.clear();
      }
    },
    /** Null before they were loaded. What was read at another address than today's is none of them. */
    tell({ id, read }: WatchedVendor, now: Date): VendorDays | null {
      if (!held) return null;
      const today = localDate(now, timeZone);
      const { language, locale } = speech();
      const name = `${id} ${today} ${language}`;
      const known = told.get(name);
      if (known) return known;
      const own = [...held.values()].filter(({ integration, url }) => integration === id && url === read.url);
      const days = sayDays(tellDays(own, today), locale);
      told.set(name, days);
      return days;
    },
  };
}

const nameOf = ({ integration, url, day }: VendorDay): string => `${integration} ${day} ${url}`;
