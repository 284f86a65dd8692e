import { AppError } from "#server/core/errors.ts";
import { addDays, instantOf, localDate } from "#server/core/zone-time.ts";
import type { SpanQuery } from "./reports.schema.ts";
import { SPAN_MAX } from "./reports.values.ts";

/** A calendar day of the hub's time zone, from its midnight to the next; 23 or 25 hours when clocks change. */
export type Day = { date: string; from: Date; to: Date };
export type Span = { from: string; to: string; days: Day[]; before: Day[] };

const USUAL_DAYS = 28;

/** The days that are meant, and as many before them. @throws AppError "bad_request" */
export function readSpan({ days, from, to }: SpanQuery, now: Date, timeZone: string): Span {
  const today = localDate(now, timeZone);
  if (from === undefined && to === undefined) return spanOf(addDays(today, 1 - (days ?? USUAL_DAYS)), today, timeZone);
  if (days !== undefined || from === undefined || to === undefined)
    throw wrongSpan("from", "give `from` and `to`, or `days` alone");
  if (to < from) throw wrongSpan("to", "is before `from`");
  if (to > today) throw wrongSpan("to", "has not been yet");
  if (addDays(from, SPAN_MAX - 1) < to) throw wrongSpan("from", `is more than ${SPAN_MAX} days before \`to\``);
  return spanOf(from, to, timeZone);
}

export function spanOf(from: string, to: string, timeZone: string): Span {
  const days = daysFrom(from, to, timeZone);
  const before = daysFrom(addDays(from, -days.length), addDays(from, -1), timeZone);
  return { from, to, days, before };
}

function daysFrom(from: string, to: string, timeZone: string): Day[] {
  const days: Day[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const [start, end] = [date, addDays(date, 1)].map((each) => new Date(instantOf(each, "00:00", timeZone)));
    if (start && end) days.push({ date, from: start, to: end });
  }
  return days;
}

const wrongSpan = (path: string, message: string): AppError =>
  new AppError("bad_request", "These days make no span.", { fields: [{ path, message }] });
