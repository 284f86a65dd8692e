import type { z } from "zod";
import { countCases, countTopics } from "./count-cases.ts";
import { countQuestions } from "./count-questions.ts";
import { BOM, type Cell, csvLine } from "./csv.ts";
import { CASE_COLUMNS, CASES_MAX, countExported, exportCases } from "./export-cases.ts";
import { listSearches } from "./list-searches.ts";
import type { ReportDeps } from "./make-report.ts";
import { measureTimes } from "./measure-times.ts";
import type { Span } from "./read-span.ts";
import type { CsvPath, Spread } from "./reports.schema.ts";

type CsvKind = z.infer<typeof CsvPath>["kind"];
/** `total`: rows that there will be; `left`: rows beyond the limit. */
export type Csv = { total: number; left: number; chunks: AsyncGenerator<string> };

const SEARCHES_MAX = 10_000;

/** A table as text, its first chunk the names of its columns, which stay as they are. */
export async function writeCsv(deps: ReportDeps, kind: CsvKind, span: Span, bom: boolean): Promise<Csv> {
  if (kind === "cases") {
    const all = await countExported(deps.db, span.days);
    const total = Math.min(all, CASES_MAX);
    const rows = exportCases(deps.db, deps.findTopic, span.days);
    return { total, left: all - total, chunks: toText(CASE_COLUMNS, rows, bom) };
  }
  const { columns, rows } = await TABLES[kind](deps, span);
  return { total: rows.length, left: 0, chunks: toText(columns, [rows], bom) };
}

async function* toText(
  columns: readonly string[],
  parts: AsyncIterable<Cell[][]> | Iterable<Cell[][]>,
  bom: boolean,
): AsyncGenerator<string> {
  yield (bom ? BOM : "") + csvLine(columns);
  for await (const rows of parts) yield rows.map(csvLine).join("");
}

type Table = { columns: readonly string[]; rows: Cell[][] };
type MakeTable = (deps: ReportDeps, span: Span) => Promise<Table>;

const TABLES: Record<Exclude<CsvKind, "cases">, MakeTable> = {
  questions: async ({ db, clock }, { days }) => ({
    columns: ["date", "asked", "answered", "partial", "confirmed", "disliked", "went_on", "too_early", "abandoned"],
    rows: (await countQuestions(db, days, clock.now())).map((day) => [
      day.date,
      day.asked,
      day.answered,
      day.partial,
      day.confirmed,
      day.disliked,
      day.wentOn,
      day.early,
      day.abandoned,
    ]),
  }),
  "cases-by-day": async ({ db }, { days }) => ({
    columns: ["date", "cases"],
    rows: (await countCases(db, days)).map(({ date, cases }) => [date, cases]),
  }),
  topics: async ({ db, hub, findTopic }, { days }) => ({
    columns: ["topic_id", "topic", "cases"],
    rows: (await countTopics(db, { topics: hub.topics, findTopic }, days, null)).map(({ topicId, title, cases }) => [
      topicId,
      title,
      cases,
    ]),
  }),
  times: listTimes,
  searches: async ({ db }, { days }) => ({
    columns: ["text", "times"],
    rows: (await listSearches(db, days, SEARCHES_MAX)).map(({ text, times }) => [text, times]),
  }),
};

async function listTimes({ db, hub, clock }: ReportDeps, { days }: Span): Promise<Table> {
  const { replied, solved, promise } = await measureTimes(db, hub.support, days, clock.now());
  const row = (what: string, hours: string, { n, median, p90 }: Spread): Cell[] => [what, hours, n, median, p90];
  return {
    columns: ["what", "hours", "n", "median", "p90"],
    rows: [
      row("first_reply", "support", replied.support),
      row("first_reply", "plain", replied.plain),
      row("solved", "support", solved.support),
      row("solved", "plain", solved.plain),
      ["within_promise", `${promise.hours} support`, promise.of, promise.within, null],
    ],
  };
}
