import { useEffect } from "preact/hooks";
import type { Report } from "#server/features/reports/reports.schema.ts";
import { SPAN_DAYS } from "#server/features/reports/reports.values.ts";
import { loaded } from "./loaded.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { BEGINNING, follow, goTo, hrefOf, place } from "./place.ts";
import { CaseFigures, CaseWaits } from "./report-cases.tsx";
import { ReportExport } from "./report-export.tsx";
import { QuestionFigures } from "./report-figures.tsx";
import { ReportSearches } from "./report-searches.tsx";
import { ReportWeakest } from "./report-weakest.tsx";
import { ReportWeekly } from "./report-weekly.tsx";
import { sayPlace, sayWholeDate } from "./report-words.ts";
import { readReport, spanIn } from "./reports-api.ts";
import type { Staff } from "./session.ts";

const report = loaded(() => readReport(spanIn(place.value)));

/** What happened in some days, beside as many days before. */
export function Reports({ staff }: { staff: Staff }) {
  const { days, from, to } = place.value;
  useEffect(() => void report.reload(), [days, from, to]);
  const { value, loading } = report.state.value;
  return (
    <section class="weak reports" aria-busy={loading}>
      <h1>Reports</h1>
      <SpanChoice shown={value} />
      <NotLoaded of={report} />
      {!value && loading && <p>Counting.</p>}
      {value && <Figures report={value} />}
      {staff.role === "admin" && <ReportWeekly />}
    </section>
  );
}

const Figures = ({ report: shown }: { report: Report }) => (
  <>
    <p class="small" role="status">
      {sayWholeDate(shown.from)} to {sayWholeDate(shown.to)}, {sayPlace(shown.timeZone)} time, beside{" "}
      {sayWholeDate(shown.before.from)} to {sayWholeDate(shown.before.to)}. {sayKept(shown)}
    </p>
    <section class="gap" aria-labelledby="questions-h">
      <h2 id="questions-h">Questions to Ask AI</h2>
      <QuestionFigures questions={shown.questions} />
    </section>
    <section class="gap" aria-labelledby="cases-h">
      <h2 id="cases-h">Cases</h2>
      <CaseFigures cases={shown.cases} />
    </section>
    <section class="gap" aria-labelledby="times-h">
      <h2 id="times-h">How long customers waited</h2>
      <CaseWaits times={shown.times} />
    </section>
    <section class="gap" aria-labelledby="searches-h">
      <h2 id="searches-h">Searches without a result</h2>
      <ReportSearches searches={shown.searches} />
    </section>
    <section class="gap" aria-labelledby="weakest-h">
      <h2 id="weakest-h">Weakest articles</h2>
      <ReportWeakest weakest={shown.weakest} />
    </section>
    <section class="gap" aria-labelledby="csv-h">
      <h2 id="csv-h">As CSV</h2>
      <ReportExport report={shown} />
    </section>
  </>
);

/** What is not kept any more cannot be counted: said rather than shown as none. */
const sayKept = ({ questions, kept }: Report): string =>
  questions.before === null
    ? `Questions are kept for ${kept.questions} days, so those of the days before are not all there, and are not compared.`
    : "";

function SpanChoice({ shown }: { shown: Report | null }) {
  const { days, from, to } = place.value;
  const usual = days ?? (from && to ? null : "28");
  return (
    <div class="span-choice">
      <nav aria-label="Days">
        {SPAN_DAYS.map((each) => {
          const there = { ...BEGINNING, view: "reports", days: String(each) } as const;
          return (
            <a
              key={each}
              href={hrefOf(there)}
              aria-current={usual === String(each) ? "true" : undefined}
              onClick={(event) => follow(event, there)}
            >
              Last {each} days
            </a>
          );
        })}
      </nav>
      <form
        key={`${shown?.from} ${shown?.to}`}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const [first, last] = [data.get("from"), data.get("to")];
          if (typeof first === "string" && typeof last === "string")
            goTo({ ...BEGINNING, view: "reports", from: first, to: last });
        }}
      >
        <label>
          From <input type="date" name="from" required defaultValue={shown?.from} />
        </label>
        <label>
          to <input type="date" name="to" required defaultValue={shown?.to} />
        </label>
        <button class="btn sm" type="submit">
          Show
        </button>
      </form>
    </div>
  );
}
