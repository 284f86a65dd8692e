import type { CaseTimes, Report, Spread, TopicCount } from "#server/features/reports/reports.schema.ts";
import { ENOUGH_FOR_P90 } from "#server/features/reports/reports.values.ts";
import { DayChart } from "./day-chart.tsx";
import { sayCount, sayHours, sayUnit } from "./report-words.ts";
import { TableHead } from "./table-head.tsx";

export function CaseFigures({ cases }: Pick<Report, "cases">) {
  if (cases.total === 0 && !cases.before) return <p>Nobody asked for a person in these days.</p>;
  return (
    <>
      <p class="lede">
        {sayCount(cases.total, "case", "cases")}
        {cases.before !== null && `, ${cases.before} in the days before`}.
      </p>
      <TopicTable topics={cases.byTopic} compared={cases.before !== null} />
      <DayChart
        title="Cases a day"
        unit="cases"
        parts={[{ name: "Cases", look: "solid" }]}
        days={cases.byDay.map(({ date, cases: count }) => ({ date, values: [count] }))}
      />
    </>
  );
}

function TopicTable({ topics, compared }: { topics: TopicCount[]; compared: boolean }) {
  const most = Math.max(1, ...topics.map(({ cases }) => cases));
  return (
    <table class="wt topic-bars">
      <TableHead names={["Topic", "Cases", ...(compared ? ["Before"] : [])]} />
      <tbody>
        {topics.map(({ topicId, title, cases, before }) => (
          <tr key={topicId}>
            <th scope="row">{title}</th>
            <td data-unit={sayUnit(cases, "case", "cases")}>
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar solid" width={(cases / most) * 100} height="12" />
              </svg>
              {cases}
            </td>
            {compared && <td data-unit="before">{before ?? "–"}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ROWS = [
  { name: "replied", title: "To the first reply" },
  { name: "solved", title: "To solved" },
] as const;

/** Half and nine in ten, in the hours that support is open and in the hours that the customer waited. */
export function CaseWaits({ times: { now, before } }: Pick<Report, "times">) {
  return (
    <>
      <Promise now={now} before={before} />
      <table class="wt">
        <TableHead names={["Time", "Hours counted", "Cases", "Half within", "Nine in ten within", "Half, before"]} />
        <tbody>
          {ROWS.flatMap(({ name, title }) => [
            <WaitRow
              key={`${name} s`}
              title={title}
              hours="support"
              now={now[name].support}
              before={before?.[name].support}
            />,
            <WaitRow key={`${name} p`} title={title} hours="all" now={now[name].plain} before={before?.[name].plain} />,
          ])}
        </tbody>
      </table>
      <p class="small">Of the cases that came in these days. Nine in ten is said of {ENOUGH_FOR_P90} cases or more.</p>
    </>
  );
}

function Promise({ now: { promise, waiting }, before }: { now: CaseTimes; before: CaseTimes | null }) {
  const was = before && before.promise.of > 0 ? ` (before: ${before.promise.within} of ${before.promise.of})` : "";
  return (
    <p class="lede">
      {promise.of === 0
        ? "No case has had its time yet."
        : `${promise.within} of ${promise.of} were answered within the promised ${promise.hours} support hours${was}.`}{" "}
      {waiting > 0 && `${sayCount(waiting, "waits", "wait")} for a first reply.`}
    </p>
  );
}

type WaitProps = { title: string; hours: "support" | "all"; now: Spread; before: Spread | undefined };

const WaitRow = ({ title, hours, now, before }: WaitProps) => (
  <tr>
    <th scope="row">{title}</th>
    <td>{hours === "support" ? "support hours" : "all hours"}</td>
    <td data-unit={sayUnit(now.n, "case", "cases")}>{now.n}</td>
    <td data-says="half within">{sayHours(now.median)}</td>
    <td data-says="nine in ten within">{sayHours(now.p90)}</td>
    <td data-says="half, before:">{before ? sayHours(before.median) : "–"}</td>
  </tr>
);
