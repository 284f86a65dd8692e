import { useEffect } from "preact/hooks";
import type { AnswerList, AnswerSummary } from "#server/features/desk/answers.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { about, answerList, answerQuery } from "./answer-state.ts";
import { AnswerView } from "./answer-view.tsx";
import { sayHelped, VERDICT_MARKS, VERDICTS } from "./answer-words.ts";
import { listAnswers } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, place, type AnswerShow } from "./place.ts";
import { useMore } from "./use-more.ts";

const FILTERS: { show: AnswerShow | null; label: string }[] = [
  { show: null, label: "All" },
  { show: "unanswered", label: "Not in the articles" },
  { show: "partial", label: "In part" },
  { show: "not_helped", label: "Did not help" },
];

/** What was answered, the newest first, and beside it why. */
export function Answers() {
  useEffect(() => void about.reload(), []);
  return (
    <div class="desk">
      <h1 class="sr">Answers</h1>
      <AnswerInbox />
      <AnswerView />
    </div>
  );
}

function AnswerInbox() {
  const { value, problem, loading } = answerList.state.value;
  const { more, loadMore } = useMore(value && toPage(value), async (cursor) =>
    toPage(await listAnswers({ ...answerQuery(), cursor })),
  );
  return (
    <section class="inbox" aria-labelledby="answers-h">
      <header>
        <h2 id="answers-h">Answers</h2>
        <nav aria-label="Filter answers">
          {FILTERS.map(({ show, label }) => (
            <a
              key={label}
              href={hrefOf({ show, answerId: null })}
              aria-current={place.value.show === show ? "true" : undefined}
              onClick={(event) => follow(event, { show, answerId: null })}
            >
              {label}
            </a>
          ))}
        </nav>
      </header>
      {problem && <Notice>{problem.message}</Notice>}
      {!value && loading && <p class="inbox-says">Asking for the answers.</p>}
      {value && more.items.length === 0 && <p class="inbox-says">{sayEmpty()}</p>}
      <ul class="plain">
        {more.items.map((entry) => (
          <AnswerRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {more.next && (
        <p class="inbox-says">
          <button class="btn sm" type="button" onClick={() => void loadMore()}>
            Show older answers
          </button>
        </p>
      )}
      <p class="keys small" aria-hidden="true">
        <kbd>j</kbd> <kbd>k</kbd> move <kbd>/</kbd> search
      </p>
    </section>
  );
}

const toPage = ({ answers, next }: AnswerList) => ({ items: answers, next });

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
    <li>
      <a
        class="case-row"
        href={hrefOf({ answerId: entry.id })}
        aria-current={place.value.answerId === entry.id ? "true" : undefined}
        data-row={entry.id}
        onClick={(event) => follow(event, { answerId: entry.id })}
      >
        <span class="cr-1">
          <span class="cr-s">{entry.question}</span>
          <time dateTime={entry.createdAt}>{sayWhen(entry.createdAt)}</time>
        </span>
        <span class="cr-2">
          <span>
            <Icon name={VERDICT_MARKS[entry.verdict]} class="mark" />{" "}
            {entry.stopped ? "stopped by the reader" : VERDICTS[entry.verdict]}
          </span>
          {helped && <span class="cr-m">{helped}</span>}
        </span>
      </a>
    </li>
  );
}
