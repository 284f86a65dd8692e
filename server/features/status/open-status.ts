import { setTimeout as sleep } from "node:timers/promises";
import { say, sayKept } from "#content/kept-words.ts";
import type { Hub } from "#content/schema.ts";
import type { Config } from "#server/core/config.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Builds } from "#server/static/builds.ts";
import { EVERY_MS, type LastReading } from "./keep-readings.ts";
import { describeParts, isMailLate } from "./own-parts.ts";
import type { HubStatus, VendorStatus } from "./status.schema.ts";
import { vendorPageTexts as t } from "./vendor-page.words.ts";
import { isWatched, type Vendor, vendorsOf } from "./vendors.ts";
import { type Watch, type WatchDeps, watchVendors } from "./watch-vendors.ts";

export type StatusDeps = WatchDeps & {
  hub: Pick<Hub, "integrations" | "support">;
  config: Pick<Config, "model" | "mail">;
  knowledge: OpenKnowledge;
  builds: Builds;
};

export type Status = {
  /** What is known, at once: what is older than a minute is read again behind it. Only after five minutes without readers does it wait, 2.5 s at most. Never rejects. */
  read: () => Promise<HubStatus>;
  /** The same for what must not wait: perhaps with more that is `unknown`. */
  known: () => HubStatus;
  /** Looks where nobody has for a quarter of an hour, so that the day is known all the same. Never rejects. */
  lookAlone: () => Promise<void>;
};

/** Between two looks at the database; a page is read once a minute however often one looks. */
const LOOK_EVERY_MS = 5_000;
/** Older than this, a state is not told as today's. */
const OLD_MS = 5 * 60_000;
const FIRST_LOOK_MS = 2_500;
const ALONE_MS = 15 * 60_000;

/** Knows how the CRMs and this hub are, and how the CRMs were. Reads while somebody asks, and for `lookAlone`. */
export function openStatus({ hub, config, knowledge, builds, ...deps }: StatusDeps): Status {
  const { db, clock } = deps;
  const vendors = vendorsOf(hub);
  const { timeZone } = hub.support;
  const watch = watchVendors({ ...deps, timeZone }, vendors.filter(isWatched));
  let mailIsLate = false;
  let lookedAt = -Infinity;
  const openedAt = clock.now();
  let checkedAt = openedAt;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    await watch.look();
    if (config.mail && watch.databaseAnswers()) mailIsLate = await isMailLate(db, clock.now()).catch(() => mailIsLate);
    const now = clock.now();
    if (now.getTime() - checkedAt.getTime() >= EVERY_MS || lookedAt === -Infinity) checkedAt = now;
    lookedAt = now.getTime();
  }

  function tell(): HubStatus {
    const now = clock.now();
    return {
      integrations: vendors.map((vendor) => tellVendor(vendor, watch, now)),
      hub: describeParts({
        config,
        articles: knowledge.current().articles.size,
        build: builds.current().id,
        mailIsLate,
        database: watch.databaseAnswers(),
      }),
      checkedAt: checkedAt.toISOString(),
    };
  }

  /** Reads again what is due, behind what is told now; gives how old that is. */
  function refresh(): number {
    const age = clock.now().getTime() - lookedAt;
    if (age >= LOOK_EVERY_MS) looking ??= look().finally(() => (looking = undefined));
    return age;
  }

  return {
    async read() {
      if (refresh() >= OLD_MS) await Promise.race([looking, sleep(FIRST_LOOK_MS, undefined, { ref: false })]);
      return tell();
    },
    known: () => (refresh(), tell()),
    async lookAlone() {
      if (clock.now().getTime() - Math.max(lookedAt, openedAt.getTime()) < ALONE_MS) return;
      refresh();
      await looking;
    },
  };
}

function tellVendor(vendor: Vendor, watch: Watch, now: Date): HubStatus["integrations"][number] {
  const { id, name, availability, page } = vendor;
  const told = isWatched(vendor)
    ? { vendor: tellReading(watch.lastReading(id), now), days: watch.tellDays(vendor, now) }
    : { vendor: notWatched(vendor.why), days: null };
  return { id, name, availability, page, ...told };
}

const notWatched = (why: Vendor["why"]): VendorStatus => ({
  state: "unknown",
  seenAt: null,
  watched: false,
  incidents: [],
  reason: why && say(why),
});

function tellReading(reading: LastReading | undefined, now: Date): VendorStatus {
  const seenAt = reading?.seenAt?.toISOString() ?? null;
  if (!reading || (reading.state !== "unknown" && isOld(reading, now)))
    return { state: "unknown", seenAt, watched: true, incidents: [], reason: say(t.beingRead) };
  const { state, incidents, reason } = reading;
  // another version may have kept it
  return { state, seenAt, watched: true, incidents, reason: reason && sayKept(reason, say(t.notUnderstood)) };
}

const isOld = ({ triedAt }: LastReading, now: Date): boolean => now.getTime() - triedAt.getTime() >= OLD_MS;
