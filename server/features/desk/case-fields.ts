import type { escalations } from "#db/schema/escalation.ts";
import type { Deed as AuditDeed } from "#server/auth/note-audit.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { AppError } from "#server/core/errors.ts";
import type { CaseFields, Deed, NamedChange } from "./cases.schema.ts";

type Kept = typeof escalations.$inferSelect;
/** A case as it was before a change. */
export type Work = Kept & { tags: string[]; junk: boolean };

const SNOOZE_MAX_DAYS = 366;

/** What a change writes into the case's own row. @throws AppError "bad_request" for a snooze until no time to come */
export function columnsOf(before: Kept, change: CaseFields, now: Date): Partial<Kept> {
  const { ownerId, priority, subject, snoozedUntil, mergedInto, junk } = change;
  const state = mergedInto ? "solved" : change.state;
  const written: Partial<Kept> = {};
  if (ownerId !== undefined) written.ownerId = ownerId;
  if (priority !== undefined) written.priority = priority;
  if (subject !== undefined) written.subject = subject;
  if (snoozedUntil !== undefined) written.snoozedUntil = toSnooze(snoozedUntil, now);
  if (mergedInto !== undefined) written.mergedInto = mergedInto;
  if (junk !== undefined) written.junkAt = junk ? (before.junkAt ?? now) : null;
  return state === undefined ? written : { ...stateColumns(before, state, now), ...written };
}

/** Whoever turns a case takes it for a request: it is no junk. One that is not solved goes on by itself. */
function stateColumns(before: Kept, state: Kept["state"], now: Date): Partial<Kept> {
  if (state === "solved") {
    const solvedAt = before.state === "solved" ? before.solvedAt : now;
    return { state, solvedAt, waitingSince: null, snoozedUntil: null, junkAt: null };
  }
  return { state, solvedAt: null, mergedInto: null, junkAt: null, ...(state === "waiting" && { waitingSince: null }) };
}

function toSnooze(until: string | null, now: Date): Date | null {
  if (until === null) return null;
  const date = new Date(until);
  const ahead = date.getTime() - now.getTime();
  if (ahead > 0 && ahead <= SNOOZE_MAX_DAYS * DAY_MS) return date;
  throw new AppError("bad_request", "Choose a time to come, within a year.", {
    fields: [{ path: "snoozedUntil", message: "is not within the next year" }],
  });
}

/** What puts everything back that the change touched. */
export function undoOf(before: Work, change: NamedChange, now: Date): CaseFields {
  const { state, ownerId, priority, subject, tags, mergedInto, junk } = before;
  const turned = change.state !== undefined || Boolean(change.mergedInto);
  const later = before.snoozedUntil && before.snoozedUntil > now ? before.snoozedUntil.toISOString() : null;
  const undo: CaseFields = {};
  if (turned) undo.state = state;
  if (change.ownerId !== undefined) undo.ownerId = ownerId;
  if (change.priority !== undefined) undo.priority = priority;
  if (change.subject !== undefined) undo.subject = subject;
  if (change.tags !== undefined) undo.tags = tags;
  if (change.snoozedUntil !== undefined || (turned && later)) undo.snoozedUntil = later;
  if (change.mergedInto !== undefined || (turned && mergedInto)) undo.mergedInto = mergedInto;
  if (change.junk !== undefined || (turned && junk)) undo.junk = junk;
  return undo;
}

const STATE_DEEDS = { new: "renewed", open: "opened", waiting: "waits", solved: "solved" } as const;

/** The most telling part of a change. */
function nameDeed({ state, ownerId, snoozedUntil, priority, tags, mergedInto, junk }: CaseFields): Deed {
  if (mergedInto) return "merged";
  if (junk !== undefined) return junk ? "junked" : "unjunked";
  if (state) return STATE_DEEDS[state];
  if (ownerId !== undefined) return "assigned";
  if (snoozedUntil !== undefined) return snoozedUntil === null ? "woken" : "snoozed";
  if (priority) return "prioritised";
  return tags ? "tagged" : "renamed";
}

/** For the audit log: `version` is the one that the change made, by which it is found again. */
export function deedOf(before: Work, { id, version, ...fields }: NamedChange): AuditDeed {
  // what it went on in says so itself
  if (fields.mergedInto === null) delete fields.mergedInto;
  const was = Object.fromEntries(Object.keys(fields).map((field) => [field, before[field as keyof CaseFields]]));
  return { action: `case.${nameDeed(fields)}`, objectId: id, detail: { version: version + 1, was, is: fields } };
}

/** The same for the case that another goes on in. */
export const survivorDeed = (deed: Deed, { id, version }: Kept, is: Record<string, string>): AuditDeed => ({
  action: `case.${deed}`,
  objectId: id,
  detail: { version, was: {}, is },
});
