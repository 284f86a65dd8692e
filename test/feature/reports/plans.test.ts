import { expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { loadHub } from "#content/hub.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import { exportCases } from "#server/features/reports/export-cases.ts";
import { makeReport } from "#server/features/reports/make-report.ts";
import { spanOf } from "#server/features/reports/read-span.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { explainQueries } from "#test/support/explain.ts";

const url = await freshDatabaseUrl();
await (await openDatabase(url)).close();
const nothing = { findTopic: () => undefined, listWeakest: async () => [] };
const span = spanOf("2026-11-02", "2026-11-03", "Africa/Johannesburg");

test("a report reads no whole table: every query of it goes by an index", async () => {
  const hub = loadHub("content");
  // a report only selects
  const plans = await explainQueries(url, (db) => makeReport({ db, clock, hub, ...nothing }, span));
  const indexes =
    /(INDEX|Index (Only )?Scan using|Bitmap Index Scan on) (answers_created|escalations_created|searches_last)/;
  expect(plans.length).toBeGreaterThan(8);
  for (const plan of plans) expect(plan).toMatch(indexes);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|SCAN (?!.*USING)/);
});

test("what counts questions and cases reads their indexes alone", async () => {
  const hub = loadHub("content");
  const plans = await explainQueries(url, (db) => makeReport({ db, clock, hub, ...nothing }, span));
  const counting = plans.filter((plan) => /answers_created|escalations_created/.test(plan));
  if (url.startsWith("file:")) for (const plan of counting) expect(plan).toContain("COVERING INDEX");
});

test("cases are exported in the order of an index", async () => {
  const [plan] = await explainQueries(url, (db) => exportCases(db, nothing.findTopic, span.days).next());
  expect(plan).toContain("escalations_created");
});
