import { useEffect } from "preact/hooks";
import type { AnswerSummary } from "#server/features/desk/answers.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { about, answerList, showMoreAnswers } from "./answer-state.ts";
import { AnswerView } from "./answer-view.tsx";
import { sayHelped, VERDICT_MARKS, VERDICTS } from "./answer-words.ts";
import { DeskList, DeskRow } from "./desk-list.tsx";
import { place, type AnswerShow } from "./place.ts";

const FILTERS: { show: AnswerShow | null; label: string }[] = [
  { show: null, label: "All" },
  { show: "unanswered", label: "Not found" },
  { show: "partial", label: "In part" },
  { show: "not_helped", label: "Did not help" },
];

/** What was answered, the newest first, and beside it why. */
export function Answers() {
  useEffect(() => void about.reload(), []);
  const links = FILTERS.map(({ show, label }) => ({
    label,
    to: { show, answerId: null },
    here: place.value.show === show,
  }));
  return (
    <div class="desk">
      <h1 class="sr">Answers</h1>
      <DeskList
        title="Answers"
        filters={[{ by: "Filter answers", links }]}
        list={answerList}
        showMore={showMoreAnswers}
        row={(entry) => <AnswerRow key={entry.id} entry={entry} />}
        says={{ loading: "Asking for the answers.", empty: sayEmpty(), older: "Show older answers" }}
      />
      <AnswerView />
    </div>
  );
}

function sayEmpty(): string {
  const { q, show } = place.value;
  if (q) return `No question that is kept has “${q}” in it.`;
  if (show === "unanswered") return "The articles had something for every question.";
  if (show === "partial") return "No answer was one in part.";
  return show ? "Nobody said that an answer did not help." : "Nobody has asked yet. A question turns up here at once.";
}

function AnswerRow({ entry }: { entry: AnswerSummary }) {
  const helped = sayHelped(entry);
  return (
    <DeskRow
      id={entry.id}
      to={{ answerId: entry.id }}
      here={place.value.answerId === entry.id}
      title={entry.question}
      at={<time dateTime={entry.createdAt}>{sayWhen(entry.createdAt)}</time>}
    >
      <span>
        <Icon name={VERDICT_MARKS[entry.verdict]} class="mark" />{" "}
        {entry.stopped ? "stopped by the reader" : VERDICTS[entry.verdict]}
      </span>
      {helped && <span class="cr-m">{helped}</span>}
    </DeskRow>
  );
}
