import type { Week } from "#server/features/articles/articles.schema.ts";
import { Spark } from "./spark.tsx";
import { TableHead } from "./table-head.tsx";

/** Twelve weeks as a line, and as the numbers that it is drawn from. */
export function ArticleWeeks({ weeks }: { weeks: Week[] }) {
  const counted = weeks.map(countSigns);
  const most = Math.max(...counted);
  return (
    <section aria-labelledby="weeks-h">
      <h3 id="weeks-h">Twelve weeks</h3>
      {most > 0 && <Spark counted={counted} changes={weeks.map(({ newVersion }) => newVersion)} size={[264, 56]} />}
      <p class="small">{sayWeeks(weeks, counted, most)}</p>
      <details class="peek">
        <summary>The numbers</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label="Twelve weeks in numbers">
          <table class="wt weeks">
            <TableHead names={["Week from", "Views", "No, of votes", "Failed steps", "Bad answers", "Cases"]} />
            <tbody>
              {weeks.map((week) => (
                <tr key={week.from}>
                  <th scope="row">
                    {sayDate(week.from)}
                    {week.newVersion && <span class="small"> new version</span>}
                  </th>
                  <td data-unit="views">{week.views}</td>
                  <td data-unit="No">
                    {week.votes.hits} of {week.votes.of}
                  </td>
                  <td data-unit="failed steps">{week.stepsFailed}</td>
                  <td data-unit="bad answers">{week.answers}</td>
                  <td data-unit="cases">{week.cases}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

const countSigns = ({ votes, stepsFailed, answers, cases }: Week): number => votes.hits + stepsFailed + answers + cases;

const sayDate = (day: string): string =>
  new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Also for who does not see the line. */
function sayWeeks(weeks: Week[], counted: number[], most: number): string {
  if (most === 0) return "In twelve weeks nobody voted No, failed a step, got no answer or needed a person.";
  const worst = weeks[counted.indexOf(most)];
  const changed = weeks.filter(({ newVersion }) => newVersion).map(({ from }) => sayDate(from));
  const versions = changed.length > 0 ? ` A new version came in the week from ${changed.join(", ")}.` : "";
  return `Signs of trouble a week: ${counted[0]} in the first, ${counted.at(-1)} in the last, ${most} at most, in the week from ${sayDate(worst?.from ?? "")}.${versions}`;
}
