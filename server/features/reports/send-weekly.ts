import { and, eq, inArray } from "drizzle-orm";
import type { Hub } from "#content/schema.ts";
import { notTrue } from "#db/query.ts";
import { user } from "#db/schema/auth.ts";
import { outbox } from "#db/schema/outbox.ts";
import { weeklyReaders } from "#db/schema/reports.ts";
import type { Config } from "#server/core/config.ts";
import { doEvery } from "#server/core/do-every.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";
import type { Log } from "#server/core/log.ts";
import { addDays, instantOf, localDate } from "#server/core/zone-time.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { makeReport, type ReportDeps } from "./make-report.ts";
import { spanOf } from "./read-span.ts";
import { weeklyMail } from "./weekly-mail.ts";

export type WeeklyDeps = ReportDeps & { hub: Hub; config: Pick<Config, "mail" | "publicUrl"> };

const LOOK_MS = HOUR_MS / 6;
/** A hub that was down on Monday morning sends it when it is back, but not in the evening. */
const UNTIL_MS = 12 * HOUR_MS;

/** On Mondays from 08:00 in the hub's time zone, to each admin who wants it: once, whichever process comes first. */
export async function sendWeekly(deps: WeeklyDeps): Promise<void> {
  const { db, clock, hub, config } = deps;
  const monday = config.mail && dueMonday(clock.now(), hub.support.timeZone);
  if (!monday) return;
  const keyOf = (staffId: string): string => `weekly:${monday}:${staffId}`;
  const readers = await listReaders(deps);
  const { dedupeKey } = outbox;
  const sent = await db
    .select({ dedupeKey })
    .from(outbox)
    .where(
      inArray(
        dedupeKey,
        readers.map(({ id }) => keyOf(id)),
      ),
    );
  const left = readers.filter(({ id }) => sent.every((row) => row.dedupeKey !== keyOf(id)));
  if (left.length === 0) return;
  const week = spanOf(addDays(monday, -7), addDays(monday, -1), hub.support.timeZone);
  const report = await makeReport(deps, week);
  await db.transaction(async (tx) => {
    for (const { id, email } of left) {
      const payload = weeklyMail({ to: email, report, hub, publicUrl: config.publicUrl });
      await enqueue(tx, { kind: "email", dedupeKey: keyOf(id), payload });
    }
  });
}

/** YYYY-MM-DD of today, where it is a Monday on which the report is due. */
function dueMonday(now: Date, timeZone: string): string | null {
  const today = localDate(now, timeZone);
  const late = now.getTime() - instantOf(today, "08:00", timeZone);
  const isMonday = new Date(`${today}T00:00Z`).getUTCDay() === 1;
  return isMonday && late >= 0 && late < UNTIL_MS ? today : null;
}

/** Who lost the role gets no figures any more. */
const listReaders = ({ db }: WeeklyDeps): Promise<{ id: string; email: string }[]> =>
  db
    .select({ id: user.id, email: user.email })
    .from(weeklyReaders)
    .innerJoin(user, eq(user.id, weeklyReaders.staffId))
    .where(and(eq(user.role, "admin"), notTrue(user.banned)))
    .then();

/** Looks now and every ten minutes. @returns what ends it */
export const keepWeekly = (deps: WeeklyDeps & { log: Log }): (() => Promise<void>) =>
  doEvery(LOOK_MS, deps.log, "the weekly report must wait", () => sendWeekly(deps));
