import { useId } from "preact/hooks";
import { TableHead } from "./table-head.tsx";
import { sayDate, sayWholeDate } from "./report-words.ts";

/** A part of a day's bar; `look` is a texture, not a colour alone. */
export type Part = { name: string; look: "solid" | "striped" | "open" };
type Day = { date: string; values: number[] };
type Props = { title: string; unit: string; parts: Part[]; days: Day[] };

const HEIGHT = 128;
const STEP = 10;

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** A bar a day, its parts on top of each other, and the same as a table behind it. */
export function DayChart({ title, unit, parts, days }: Props) {
  const stripes = useId();
  const most = Math.max(0, ...days.map(({ values }) => sum(values)));
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  return (
    <figure class="day-chart">
      <figcaption>{title}</figcaption>
      {parts.length > 1 && <Legend parts={parts} stripes={stripes} />}
      <div class="plot">
        <span class="most small">{most}</span>
        <svg
          viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={describeDays(title, unit, days)}
        >
          <Stripes id={stripes} />
          {days.map((day, at) => (
            <DayBar key={day.date} {...{ day, parts, most, stripes }} x={at * STEP} />
          ))}
        </svg>
      </div>
      <p class="ends small" aria-hidden="true">
        <span>{first && sayDate(first)}</span>
        <span>{last && sayDate(last)}</span>
      </p>
      <DayTable {...{ title, parts, days }} />
    </figure>
  );
}

type BarProps = { day: Day; parts: Part[]; most: number; x: number; stripes: string };

function DayBar({ day, parts, most, x, stripes }: BarProps) {
  let top = HEIGHT;
  return (
    <>
      {parts.map(({ name, look }, at) => {
        const height = most === 0 ? 0 : ((day.values[at] ?? 0) / most) * HEIGHT;
        top -= height;
        if (height === 0) return null;
        const fill = look === "striped" ? `url(#${stripes})` : undefined;
        return <rect key={name} class={`bar ${look}`} x={x + 1} y={top} width={STEP - 2} {...{ height, fill }} />;
      })}
    </>
  );
}

/** Lies across, so that a chart can be as wide as it likes. */
const Stripes = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect class="stripe" width="6" height="3" />
    </pattern>
  </defs>
);

const Legend = ({ parts, stripes }: { parts: Part[]; stripes: string }) => (
  <ul class="plain legend small">
    {parts.map(({ name, look }) => (
      <li key={name}>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <rect
            class={`bar ${look}`}
            {...{ x: 1, y: 1, width: 12, height: 12 }}
            fill={look === "striped" ? `url(#${stripes})` : undefined}
          />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);

function DayTable({ title, parts, days }: Omit<Props, "unit">) {
  return (
    <details class="peek">
      <summary>{title}, as a table</summary>
      <table class="wt">
        <TableHead names={["Day", ...parts.map(({ name }) => name)]} />
        <tbody>
          {days.map(({ date, values }) => (
            <tr key={date}>
              <th scope="row">{sayWholeDate(date)}</th>
              {values.map((value, at) => (
                <td key={at} data-unit={parts[at]?.name.toLowerCase()}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function describeDays(title: string, unit: string, days: Day[]): string {
  const totals = days.map(({ date, values }) => ({ date, total: sum(values) }));
  const peak = totals.reduce((most, day) => (day.total > most.total ? day : most), { date: "", total: 0 });
  if (peak.total === 0) return `${title}: none on any of ${days.length} days.`;
  const without = totals.filter(({ total }) => total === 0).length;
  const none = without === 0 ? "" : `, none on ${without} of ${days.length} days`;
  return `${title}: ${sum(totals.map(({ total }) => total))} ${unit}, most on ${sayWholeDate(peak.date)} (${peak.total})${none}.`;
}
