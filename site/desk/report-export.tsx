import { useSignal } from "@preact/signals";
import type { Report } from "#server/features/reports/reports.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { csvUrl, type CsvKind } from "./reports-api.ts";
import { Notice } from "./notice.tsx";
import { sayBytes, sayCount } from "./report-words.ts";
import { saveFile } from "./save-file.ts";
import { useAction } from "./use-action.ts";

const TABLES: { kind: CsvKind; title: string }[] = [
  { kind: "questions", title: "Questions a day" },
  { kind: "cases-by-day", title: "Cases a day" },
  { kind: "topics", title: "Cases by topic" },
  { kind: "times", title: "Times" },
  { kind: "searches", title: "Searches without a result" },
  { kind: "cases", title: "The cases themselves" },
];

/** Each table as a file. The cases have addresses in them: that somebody took them out is noted. */
export function ReportExport({ report }: { report: Pick<Report, "from" | "to"> }) {
  const bom = useSignal(false);
  const says = useSignal("");
  const { busy, problem, run } = useAction();
  const save = (kind: CsvKind) =>
    run(async () => {
      says.value = "Reading.";
      const name = `${kind}-${report.from}-${report.to}.csv`;
      const headers = await saveFile(new Request(csvUrl(kind, report, bom.value)), name, ({ bytes, rows }) => {
        says.value = `${sayCount(rows, "row", "rows")} so far, ${sayBytes(bytes)}.`;
      }).catch((error: unknown) => {
        says.value = "";
        throw error;
      });
      const left = Number(headers.get("x-rows-left"));
      const rest = left > 0 ? ` ${sayCount(left, "row is", "rows are")} left out: choose fewer days.` : "";
      says.value = `Saved as ${name}: ${sayCount(Number(headers.get("x-rows")), "row", "rows")}.${rest}`;
    });
  return (
    <>
      <p class="acts">
        {TABLES.map(({ kind, title }) => (
          <button key={kind} class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void save(kind)}>
            {title}
          </button>
        ))}
      </p>
      <label class="tick">
        <input type="checkbox" checked={bom.value} onChange={(event) => (bom.value = event.currentTarget.checked)} />
        For Excel: mark the files as UTF-8
      </label>
      <p role="status" class="small">
        {says.value}
      </p>
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="small">The cases have names and addresses in them. The log says who took them out, and when.</p>
    </>
  );
}
