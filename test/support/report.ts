import type { Report } from "#server/features/reports/reports.schema.ts";

const counts = {
  asked: 120,
  answered: 96,
  partial: 8,
  confirmed: 61,
  disliked: 9,
  wentOn: 20,
  early: 12,
  abandoned: 18,
};
const spread = { n: 14, median: 1.5, p90: 3.2 };
const waits = { support: spread, plain: spread };
const times = { replied: waits, solved: waits, waiting: 1, promise: { hours: 4, within: 13, of: 14 } };

/** A week, as the desk reports it. */
export const REPORT: Report = {
  from: "2026-11-16",
  to: "2026-11-22",
  before: { from: "2026-11-09", to: "2026-11-15" },
  timeZone: "Africa/Johannesburg",
  madeAt: "2026-11-23T06:00:00.000Z",
  questions: { total: counts, before: counts, byDay: [] },
  cases: {
    total: 14,
    before: 11,
    byDay: [],
    byTopic: [{ topicId: "syncing", title: "Contacts and syncing", cases: 9, before: 7 }],
  },
  times: { now: times, before: times },
  searches: { total: 31, before: null, texts: [] },
  weakest: [],
  kept: { questions: 90, searches: 90, cases: 730 },
};
