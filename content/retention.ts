/** How long each kind of record is kept: one source for the clean-up, the privacy page and the desk. */
import { retentionWords } from "./retention.words.ts";
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
const SAYS: Record<RetentionKind, { title: string; about: string }> = retentionWords;

export type Retained = { kind: RetentionKind; title: string; about: string; days: number };

/** Every kind with its words and days, in one order. */
export function describeRetention(hub: Kept): Retained[] {
  const days = retentionOf(hub);
  return RETENTION_KINDS.map((kind) => ({ kind, ...SAYS[kind], days: days[kind] }));
}
