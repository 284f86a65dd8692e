import type { Report } from "#server/features/reports/reports.schema.ts";
import { sayCount, sayUnit } from "./report-words.ts";
import { TableHead } from "./table-head.tsx";

/** What was typed and found nothing; addresses and long numbers were taken out when it was kept. */
export function ReportSearches({ searches: { total, before, texts } }: Pick<Report, "searches">) {
  if (total === 0) return <p>Every search found something.</p>;
  return (
    <>
      <p class="lede">
        {sayCount(total, "search", "searches")}
        {before !== null && `, ${before} in the days before`}. Counted by UTC days.
      </p>
      <table class="wt">
        <TableHead names={["Searched for", "Times"]} />
        <tbody>
          {texts.map(({ text, times }) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              <td data-unit={sayUnit(times, "time", "times")}>{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
