import type { QuestionCounts, Report } from "#server/features/reports/reports.schema.ts";
import { DEFINITIONS } from "#server/features/reports/reports.values.ts";
import { DayChart } from "./day-chart.tsx";
import { sayCount, sayShare } from "./report-words.ts";

type Questions = Report["questions"];
const THREE = [
  { name: "answered", title: "Answered" },
  { name: "confirmed", title: "Confirmed solved" },
  { name: "abandoned", title: "Abandoned" },
] as const satisfies { name: keyof QuestionCounts; title: string }[];

const REST = [
  { name: "disliked", title: "Did not help" },
  { name: "wentOn", title: "Went on" },
  { name: "early", title: "Too early to say" },
] as const satisfies { name: keyof QuestionCounts; title: string }[];

/** Three figures that are never added up: an answer, a reader's word, and silence. */
export function QuestionFigures({ questions }: { questions: Questions }) {
  const { total, before, byDay } = questions;
  if (total.asked === 0) return <p>Nobody asked anything in these days.</p>;
  return (
    <>
      <p class="lede">{sayCount(total.asked, "question was asked", "questions were asked")}.</p>
      <dl class="figures">
        {THREE.map(({ name, title }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              <b>{total[name]}</b> of {total.asked} {sayShare(total[name], total.asked)}
              <Before now={total} before={before} name={name} />
              <p class="small">
                {DEFINITIONS[name]} {name === "answered" && total.partial > 0 && `In part only: ${total.partial}.`}
              </p>
            </dd>
          </div>
        ))}
      </dl>
      <dl class="figures minor">
        {REST.map(({ name, title }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              <b>{total[name]}</b> <span class="small">{DEFINITIONS[name]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <DayChart
        title="Questions a day"
        unit="questions"
        parts={[
          { name: "Confirmed solved", look: "solid" },
          { name: "Abandoned", look: "striped" },
          { name: "All others", look: "open" },
        ]}
        days={byDay.map(({ date, asked, confirmed, abandoned }) => ({
          date,
          values: [confirmed, abandoned, asked - confirmed - abandoned],
        }))}
      />
    </>
  );
}

type BeforeProps = { now: QuestionCounts; before: QuestionCounts | null; name: keyof QuestionCounts };

/** The same of the days before, with what it is of: 3 of 10 and 3 of 100 are not alike. */
const Before = ({ before, name }: BeforeProps) =>
  before && (
    <span class="was small">
      Before: {before[name]} of {before.asked}
    </span>
  );
