/** How long each kind of record is kept: one source for the clean-up, the privacy page and the desk. */
import { type Hub, RETENTION_KINDS, type RetentionKind } from "./schema.ts";

type Kept = Pick<Hub, "retentionDays" | "retention">;

const TWO_YEARS = 730;

/** Days, a kind. */
export function retentionOf({ retentionDays, retention }: Kept): Record<RetentionKind, number> {
  const cases = retention.cases ?? TWO_YEARS;
  const usual = { questions: retentionDays, searches: retentionDays, outbox: retentionDays, checks: retentionDays };
  const long = { votes: TWO_YEARS, cases, attachments: cases, audit: TWO_YEARS };
  return { ...usual, ...long, ...retention };
}

/** What a kind is, in words that complete "… are deleted after 90 days". */
const SAYS: Record<RetentionKind, { title: string; about: string }> = {
  questions: { title: "Questions to Ask AI", about: "with their answers and what these were made from" },
  searches: { title: "Searches that found nothing", about: "as text and a count a day" },
  votes: {
    title: "Votes on articles",
    about: "with comment and address, counted from the last change; the counts stay",
  },
  cases: { title: "Solved cases", about: "with all messages and files, counted from the last change; open ones stay" },
  attachments: { title: "Files of solved cases", about: "counted from the day on which they were sent" },
  outbox: { title: "Mails and messages that were sent", about: "and those that could not be delivered" },
  checks: { title: "Results of connection checks", about: "but what they said last" },
  audit: { title: "The log of what staff did", about: "and of what was done with connections" },
};

export type Retained = { kind: RetentionKind; title: string; about: string; days: number };

/** Every kind with its words and days, in one order. */
export function describeRetention(hub: Kept): Retained[] {
  const days = retentionOf(hub);
  return RETENTION_KINDS.map((kind) => ({ kind, ...SAYS[kind], days: days[kind] }));
}
