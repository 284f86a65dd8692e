import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { sayUnit } from "./report-words.ts";
import { TableHead } from "./table-head.tsx";

const WIDE = 12;
const HIGH = 48;

/** Twelve weeks as bars, and the same as a table. */
export function GapWeeks({ weeks }: { weeks: GapDetail["weeks"] }) {
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const now = weeks.at(-1)?.count ?? 0;
  const before = weeks.at(-2)?.count ?? 0;
  return (
    <section aria-labelledby="weeks-h">
      <h3 id="weeks-h">Twelve weeks</h3>
      <p>
        {now} in the last seven days, {before} in the seven before.
      </p>
      <svg
        class="week-bars"
        viewBox={`0 0 ${WIDE * weeks.length} ${HIGH}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {weeks.map(({ from, count }, at) => {
          const height = count > 0 ? Math.max(2, (HIGH * count) / most) : 1;
          return <rect key={from} x={WIDE * at + 1} width={WIDE - 2} y={HIGH - height} height={height} />;
        })}
      </svg>
      <details>
        <summary>As a table</summary>
        <table class="wt">
          <TableHead names={["Week from", "Times"]} />
          <tbody>
            {weeks.map(({ from, count }) => (
              <tr key={from}>
                <th scope="row">{new Date(from).toLocaleDateString("en-GB", { day: "numeric", month: "short" })}</th>
                <td data-unit={sayUnit(count, "time", "times")}>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
