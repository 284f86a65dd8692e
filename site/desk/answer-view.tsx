import type { AnswerDetail } from "#server/features/desk/answers.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { Checks, Passages, Said } from "./answer-evidence.tsx";
import { Replay } from "./answer-replay.tsx";
import { AnswerSide } from "./answer-side.tsx";
import { openAnswer } from "./answer-state.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, place } from "./place.ts";

/** An answer beside the list: what was said, what it was made from, and the same question asked again. */
export function AnswerView() {
  const { value, problem } = openAnswer.state.value;
  const { answerId } = place.value;
  if (!answerId) return <p class="case case-none">Choose an answer. j and k move through the list.</p>;
  const shown = value?.id === answerId ? value : null;
  return (
    <article class="case" data-open aria-labelledby={shown ? "answer-h" : undefined}>
      <p class="back-inbox">
        <a href={hrefOf({ answerId: null })} onClick={(event) => follow(event, { answerId: null })}>
          All answers
        </a>
      </p>
      {problem && <Notice>{problem.message}</Notice>}
      {!shown && !problem && <p>Asking for the answer.</p>}
      {shown && <Answer key={shown.id} shown={shown} />}
    </article>
  );
}

function Answer({ shown }: { shown: AnswerDetail }) {
  const { question, lookedFor, createdAt, passages } = shown;
  return (
    <>
      <header class="case-h">
        <p class="small">
          Asked <time dateTime={createdAt}>{sayWhen(createdAt)}</time>
        </p>
        <h2 id="answer-h">{question}</h2>
        {lookedFor && lookedFor !== question && <p class="small">Looked for: “{lookedFor}”</p>}
      </header>
      <div class="case-cols">
        <div class="case-main">
          <Said title="What it said" evidence={shown} stopped={shown.stopped} />
          <Checks title="What the model wrote, and the check of it" checks={shown.checks} />
          <Passages title="What was found" passages={passages} />
          <Replay shown={shown} />
        </div>
        <AnswerSide shown={shown} />
      </div>
    </>
  );
}
