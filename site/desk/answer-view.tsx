import type { AnswerDetail } from "#server/features/desk/answers.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { Checks, Passages, Said } from "./answer-evidence.tsx";
import { Replay } from "./answer-replay.tsx";
import { AnswerSide } from "./answer-side.tsx";
import { openAnswer } from "./answer-state.ts";
import { ChooseOne, OpenRow } from "./open-row.tsx";

/** An answer beside the list: what was said, what it was made from, and the same question asked again. */
export function AnswerView() {
  return (
    <OpenRow
      view="answers"
      open={openAnswer.state.value}
      none={<ChooseOne what="an answer" />}
      says={{ back: "All answers", loading: "Asking for the answer." }}
      headingId="answer-h"
    >
      {(shown) => <Answer key={shown.id} shown={shown} />}
    </OpenRow>
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
          <Passages title="What was found" passages={passages} sources={shown.sources} />
          <Replay shown={shown} />
        </div>
        <AnswerSide shown={shown} />
      </div>
    </>
  );
}
