import { type Context, Hono, type MiddlewareHandler } from "hono";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { StaffEnv } from "#server/auth/staff.ts";
import { streamText } from "#server/core/stream-text.ts";
import { describe, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";
import { saveAs } from "#server/core/save-as.ts";
import { makeReport, type ReportDeps } from "./make-report.ts";
import { readSpan } from "./read-span.ts";
import { takeReport } from "./reports.limits.ts";
import {
  CsvPath,
  CsvQuery,
  Report,
  type SpanQuery,
  SpanQuery as Query,
  WeeklyInput,
  WeeklySwitch,
} from "./reports.schema.ts";
import { readWeekly, switchWeekly } from "./switch-weekly.ts";
import { type Csv, writeCsv } from "./write-csv.ts";

export type ReportRoutesDeps = ReportDeps & {
  /** Lets agents pass, and admins alone. */
  guard: MiddlewareHandler<StaffEnv>;
  guardAdmin: MiddlewareHandler<StaffEnv>;
  config: { mail: unknown };
};

/** Figures about a span, as a page and as CSV, and who gets them by mail. */
export function reportRoutes(deps: ReportRoutesDeps) {
  const { db, clock, hub } = deps;
  const limit = (c: Context<StaffEnv>) => takeReport({ db, clock }, c.get("staff").id);
  const spanOf = (query: SpanQuery) => readSpan(query, clock.now(), hub.support.timeZone);
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .use("/reports/*", deps.guard)
    .use("/reports/weekly", deps.guardAdmin)
    .get("/reports", describe("Figures about a span of days", { 200: Report }), queryParams(Query), async (c) => {
      await limit(c);
      return c.json(await makeReport(deps, spanOf(c.req.valid("query"))));
    })
    .get("/reports/weekly", describe("Is the weekly report mailed to me?", { 200: WeeklySwitch }), async (c) =>
      c.json(await readWeekly(deps, c.get("staff"))),
    )
    .put(
      "/reports/weekly",
      describe("Have the weekly report mailed to me, or not", { 200: WeeklySwitch }),
      jsonBody(WeeklyInput),
      async (c) => {
        await switchWeekly(deps, c.get("staff"), c.req.valid("json").on);
        return c.json(await readWeekly(deps, c.get("staff")));
      },
    )
    .get(
      "/reports/csv/:kind",
      describe("A table of the report, or the cases of the span, as CSV", { 200: "text/csv" }),
      pathParams(CsvPath),
      queryParams(CsvQuery),
      async (c) => {
        await limit(c);
        const { kind } = c.req.valid("param");
        const { bom, ...query } = c.req.valid("query");
        const span = spanOf(query);
        const csv = await writeCsv(deps, kind, span, bom === "1");
        const deed = { action: "report.exported", objectId: kind, detail: { from: span.from, to: span.to } };
        // addresses leave the hub with it
        if (kind === "cases") await db.transaction((tx) => noteAudit(tx, clock, c.get("staff"), deed));
        return sendCsv(c, `${kind}-${span.from}-${span.to}.csv`, csv);
      },
    );
}

/** As it is read from the database, no faster than it is taken. When reading fails, the transfer breaks off: half a table is not taken for a whole one. */
function sendCsv(c: Context, name: string, { total, left, chunks }: Csv): Response {
  c.header("Content-Type", "text/csv; charset=utf-8; header=present");
  c.header("Content-Disposition", saveAs(name));
  c.header("X-Rows", String(total));
  c.header("X-Rows-Left", String(left));
  return c.body(streamText(chunks));
}
