import { z } from "zod";
import { CSV_KINDS, SPAN_DAYS } from "./reports.values.ts";

// Read by the desk only; every route needs a signed-in agent.

/** `?days=7`, or `?from=2026-11-01&to=2026-11-30` with both days included. */
export const SpanQuery = z.object({
  days: z.coerce
    .number()
    .pipe(z.union(SPAN_DAYS.map((days) => z.literal(days))))
    .optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type SpanQuery = z.infer<typeof SpanQuery>;

const count = z.number().int();
/** `asked` is the sum of what became of the questions: confirmed, disliked, wentOn, early and abandoned. */
export const QuestionCounts = z.object({
  asked: count,
  answered: count,
  /** Of those answered: only in part. */
  partial: count,
  confirmed: count,
  disliked: count,
  wentOn: count,
  early: count,
  abandoned: count,
});
export type QuestionCounts = z.infer<typeof QuestionCounts>;

/** Hours. Null where there is nothing, or too little, to say it of. */
export const Spread = z.object({ n: count, median: z.number().nullable(), p90: z.number().nullable() });
export type Spread = z.infer<typeof Spread>;

/** How long the cases of a span waited, in support hours and in plain ones. */
export const CaseTimes = z.object({
  replied: z.object({ support: Spread, plain: Spread }),
  solved: z.object({ support: Spread, plain: Spread }),
  /** Without a first reply, and not solved. */
  waiting: count,
  /** Answered in time, of those whose time has come. */
  promise: z.object({ hours: z.number(), within: count, of: count }),
});
export type CaseTimes = z.infer<typeof CaseTimes>;

export const TopicCount = z.object({
  /** Null: neither the customer nor the article named one. */
  topicId: z.string().nullable(),
  title: z.string(),
  cases: count,
  before: count.nullable(),
});
export type TopicCount = z.infer<typeof TopicCount>;

/** `harm` is how many readers it lets down, of so many. */
export const WeakArticle = z.object({ id: z.string(), title: z.string(), harm: z.number(), readers: count });
export type WeakArticle = z.infer<typeof WeakArticle>;

/** `before` is the same of the span before, null where not all of it is kept any more. */
export const Report = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  before: z.object({ from: z.iso.date(), to: z.iso.date() }),
  timeZone: z.string(),
  madeAt: z.iso.datetime(),
  questions: z.object({
    total: QuestionCounts,
    before: QuestionCounts.nullable(),
    byDay: z.array(QuestionCounts.extend({ date: z.iso.date() })),
  }),
  cases: z.object({
    total: count,
    before: count.nullable(),
    byDay: z.array(z.object({ date: z.iso.date(), cases: count })),
    byTopic: z.array(TopicCount),
  }),
  times: z.object({ now: CaseTimes, before: CaseTimes.nullable() }),
  searches: z.object({
    total: count,
    before: count.nullable(),
    texts: z.array(z.object({ text: z.string(), times: count })),
  }),
  /** Articles that let down most people in the last 28 days, whatever the span. */
  weakest: z.array(WeakArticle),
  /** Days that are kept: what is older than that is not in the figures. */
  kept: z.object({ questions: count, searches: count, cases: count }),
});
export type Report = z.infer<typeof Report>;

export const CsvPath = z.object({ kind: z.enum(CSV_KINDS) });
/** `bom=1` marks the file as UTF-8 for spreadsheets that guess. */
export const CsvQuery = SpanQuery.extend({ bom: z.literal("1").optional() });

/** Whether the weekly report is mailed to whoever asks. `mail`: whether the hub can send any. */
export const WeeklySwitch = z.object({ on: z.boolean(), mail: z.boolean() });
export type WeeklySwitch = z.infer<typeof WeeklySwitch>;
export const WeeklyInput = z.object({ on: z.boolean() });
