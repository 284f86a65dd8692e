import { and } from "drizzle-orm";
import { isCounted } from "#db/counted-cases.ts";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { countOpenTime, type OpeningHours } from "#server/core/opening-hours.ts";
import { inDays, readByDay } from "./by-day.ts";
import { spreadOf } from "./percentile.ts";
import type { Day } from "./read-span.ts";
import type { CaseTimes } from "./reports.schema.ts";
import { HOUR_MS } from "#server/core/durations.values.ts";

type Promised = OpeningHours & { answerWithinHours: number };
type Times = { createdAt: Date; firstReplyAt: Date | null; solvedAt: Date | null };

/**
 * How long the cases that came on these days waited. SQL cannot count support hours, so three moments a case are read,
 * a day at a time and from the index alone.
 */
export async function measureTimes(db: Db, hours: Promised, days: Day[], now: Date): Promise<CaseTimes> {
  const tally = openTally(hours, days, now);
  const { createdAt, firstReplyAt, solvedAt } = escalations;
  await readByDay(days, async (day) => {
    const rows = await db
      .select({ createdAt, firstReplyAt, solvedAt })
      .from(escalations)
      .where(and(isCounted(), inDays(createdAt, [day])));
    rows.forEach(tally.add);
  });
  return tally.sumUp();
}

function openTally(hours: Promised, days: Day[], now: Date) {
  const openTime = countOpenTime(hours, days[0]?.from ?? now, now);
  const due = hours.answerWithinHours * HOUR_MS;
  const waits = { replied: { support: [], plain: [] }, solved: { support: [], plain: [] } } satisfies Waits as Waits;
  const promise = { hours: hours.answerWithinHours, within: 0, of: 0 };
  let waiting = 0;

  const note = (to: Wait, from: Date, until: Date): number => {
    const support = openTime(from, until);
    to.support.push(support);
    to.plain.push(until.getTime() - from.getTime());
    return support;
  };
  return {
    add: ({ createdAt, firstReplyAt, solvedAt }: Times): void => {
      if (solvedAt) note(waits.solved, createdAt, solvedAt);
      else if (!firstReplyAt) waiting++;
      if (firstReplyAt) {
        promise.of++;
        if (note(waits.replied, createdAt, firstReplyAt) <= due) promise.within++;
        // without a reply: late once the time is over, unless it was solved within it
      } else if (openTime(createdAt, solvedAt ?? now) > due) promise.of++;
    },
    sumUp: (): CaseTimes => ({ replied: spreads(waits.replied), solved: spreads(waits.solved), waiting, promise }),
  };
}

type Wait = { support: number[]; plain: number[] };
type Waits = { replied: Wait; solved: Wait };

const spreads = ({ support, plain }: Wait) => ({ support: spreadOf(support), plain: spreadOf(plain) });
