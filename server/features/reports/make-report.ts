import { retentionOf } from "#content/retention.ts";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import { DAY_MS } from "#server/core/durations.values.ts";
import { countCases, countTopics, type FindTopic } from "./count-cases.ts";
import { countQuestions, sumQuestions } from "./count-questions.ts";
import { countSearches, listSearches } from "./list-searches.ts";
import { measureTimes } from "./measure-times.ts";
import type { Day, Span } from "./read-span.ts";
import type { Report, WeakArticle } from "./reports.schema.ts";

export type ReportDeps = {
  db: Db;
  clock: Clock;
  hub: Pick<Hub, "support" | "topics" | "retentionDays" | "retention">;
  findTopic: FindTopic;
  listWeakest: () => Promise<WeakArticle[]>;
};

const SEARCHES_SHOWN = 20;

/** Everything about a span, and the same of the span before as far as all of it is kept. */
export async function makeReport(deps: ReportDeps, { from, to, days, before }: Span): Promise<Report> {
  const { db, clock, hub } = deps;
  const now = clock.now();
  const { questions, searches, cases } = retentionOf(hub);
  const whole = (kept: number): Day[] | null => {
    const first = before[0]?.from.getTime() ?? 0;
    return first >= now.getTime() - kept * DAY_MS ? before : null;
  };
  const [asked, casesByDay] = [await countQuestions(db, days, now), await countCases(db, days)];
  const earlier = { questions: whole(questions), searches: whole(searches), cases: whole(cases) };
  return {
    from,
    to,
    before: { from: before[0]?.date ?? from, to: before.at(-1)?.date ?? from },
    timeZone: hub.support.timeZone,
    madeAt: now.toISOString(),
    questions: {
      total: sumQuestions(asked),
      before: earlier.questions && sumQuestions(await countQuestions(db, earlier.questions, now)),
      byDay: asked,
    },
    cases: {
      total: sumCases(casesByDay),
      before: earlier.cases && sumCases(await countCases(db, earlier.cases)),
      byDay: casesByDay,
      byTopic: await countTopics(db, { topics: hub.topics, findTopic: deps.findTopic }, days, earlier.cases),
    },
    times: {
      now: await measureTimes(db, hub.support, days, now),
      before: earlier.cases && (await measureTimes(db, hub.support, earlier.cases, now)),
    },
    searches: {
      total: await countSearches(db, days),
      before: earlier.searches && (await countSearches(db, earlier.searches)),
      texts: await listSearches(db, days, SEARCHES_SHOWN),
    },
    weakest: await deps.listWeakest(),
    kept: { questions, searches, cases },
  };
}

const sumCases = (days: { cases: number }[]): number => days.reduce((sum, { cases }) => sum + cases, 0);
