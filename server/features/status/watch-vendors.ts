import { setTimeout as sleep } from "node:timers/promises";
import type { IntegrationId } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Log } from "#server/core/log.ts";
import { openDays } from "./days/open-days.ts";
import { claimRead, EVERY_MS, keepReading, type LastReading, loadReadings } from "./keep-readings.ts";
import { type Reading, UnreadableStatus } from "./parse/reading.ts";
import { readVendorPage } from "./read-page.ts";
import { vendorPageTexts as t } from "./vendor-page.words.ts";
import type { WatchedVendor } from "./vendors.ts";

export type Watch = ReturnType<typeof watchVendors>;
export type WatchDeps = { db: Db; clock: Clock; log: Log };

/** Another process reads: a little longer than it may take. */
const OTHER_PROCESS_MS = 5_000;
const ASK_AGAIN_MS = 250;
/** More than this at once is no news. */
const INCIDENTS_MAX = 10;

/** The vendors' last readings, and their days: each page read at most once a minute, by one of the processes that share a database. */
export function watchVendors({ db, clock, log, timeZone }: WatchDeps & { timeZone: string }, vendors: WatchedVendor[]) {
  const days = openDays({ db, timeZone }, vendors);
  const readings = new Map<IntegrationId, LastReading>();
  let database = true;

  const isDue = ({ id }: WatchedVendor): boolean =>
    clock.now().getTime() - (readings.get(id)?.triedAt.getTime() ?? -Infinity) >= EVERY_MS;

  async function load(): Promise<void> {
    try {
      for (const [id, reading] of await loadReadings(db, vendors)) {
        const held = readings.get(id);
        if (!held || reading.triedAt > held.triedAt) readings.set(id, reading);
      }
      await days.load(clock.now());
      database = true;
    } catch (error) {
      if (database) log.warn({ err: error }, "the CRMs' status is not shared: the database does not answer");
      database = false;
    }
  }

  async function readDue(vendor: WatchedVendor): Promise<void> {
    const triedAt = clock.now();
    // Without the database each process reads for itself.
    const claimed = !database || (await claimRead(db, vendor, triedAt).catch(() => true));
    if (!claimed) return;
    const { last, reading } = await readOnce(vendor, triedAt, readings.get(vendor.id)?.seenAt ?? null, log);
    readings.set(vendor.id, last);
    if (!database) return;
    await keepReading(db, vendor, last).catch(() => undefined);
    // what one reading could not add, the next one does
    if (reading) await days.add(vendor, reading, triedAt).catch(() => undefined);
  }

  return {
    lastReading: (id: IntegrationId): LastReading | undefined => readings.get(id),
    tellDays: (vendor: WatchedVendor, now: Date) => days.tell(vendor, now),
    databaseAnswers: (): boolean => database,
    /** Reads what is due, here or in another process. Never rejects. One call at a time. */
    async look(): Promise<void> {
      await load();
      await Promise.all(vendors.filter(isDue).map(readDue));
      for (let waited = 0; database && vendors.some(isDue) && waited < OTHER_PROCESS_MS; waited += ASK_AGAIN_MS) {
        await sleep(ASK_AGAIN_MS);
        await load();
      }
    },
  };
}

async function readOnce(
  { id, read }: WatchedVendor,
  triedAt: Date,
  seenBefore: Date | null,
  log: Log,
): Promise<{ last: LastReading; reading: Reading | null }> {
  try {
    const reading = await readVendorPage(read);
    const incidents = reading.incidents.slice(0, INCIDENTS_MAX);
    return { last: { state: reading.state, incidents, reason: null, seenAt: triedAt, triedAt }, reading };
  } catch (error) {
    const expected = error instanceof UnreadableStatus;
    log[expected ? "debug" : "error"]({ err: error, integration: id }, "a vendor's status page was not read");
    const reason = expected ? error.why : t.notUnderstood;
    return { last: { state: "unknown", incidents: [], reason, seenAt: seenBefore, triedAt }, reading: null };
  }
}
