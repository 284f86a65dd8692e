import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { sayHelped, VERDICT_MARKS, VERDICTS } from "./answer-words.ts";
import { GapWeeks } from "./gap-weeks.tsx";
import { BEGINNING, follow, hrefOf } from "./place.ts";

/** How it went over the weeks, and the answers that people got. */
export const GapSide = ({ shown: { weeks, answers } }: { shown: GapDetail }) => (
  <div class="case-side">
    <GapWeeks weeks={weeks} />
    <section aria-labelledby="got-h">
      <h3 id="got-h">The latest answers</h3>
      {answers.length === 0 && <p>None: it was searched for, not asked.</p>}
      <ol class="plain gap-answers">
        {answers.map((answer) => (
          <li key={answer.id}>
            <AnswerLink id={answer.id}>{answer.question}</AnswerLink>
            <span class="small">
              <Icon name={VERDICT_MARKS[answer.verdict]} class="mark" /> {VERDICTS[answer.verdict]}
              {answer.helped === null ? "" : `, ${sayHelped({ helped: answer.helped, reason: null })}`},{" "}
              <time dateTime={answer.createdAt}>{sayWhen(answer.createdAt)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  </div>
);

function AnswerLink({ id, children }: { id: string; children: string }) {
  const to = { ...BEGINNING, view: "answers", answerId: id } as const;
  return (
    <a href={hrefOf(to)} onClick={(event) => follow(event, to)}>
      {children}
    </a>
  );
}
