import { Icon } from "../icon.tsx";
import { Again } from "./again.tsx";
import { Answer } from "./answer.tsx";
import { Copy, Helped, Reasons } from "./helped.tsx";
import { personLink } from "./sources.ts";
import { isRemark, isRunning, questionFor, type Turn } from "./thread.ts";
import { askWords as t } from "./ask.words.ts";

/** A question, its answer, and what one can do with it once it has ended. */
export function TurnView({ turn, articleId }: { turn: Turn; articleId: string | undefined }) {
  const { question, done, failure, sentences } = turn;
  const person = personLink(questionFor(turn), articleId);
  const isWhole = done?.verdict === "answered" && !isRemark(turn);
  const needsPerson = failure !== undefined || (done !== undefined && !isWhole);
  return (
    <section class="turnq" data-turn={turn.key}>
      <h3 class="q" dir="auto">
        {question}
      </h3>
      {failure && sentences.length === 0 ? <Failed turn={turn} {...failure} /> : <Answer turn={turn} />}
      {needsPerson && (
        <p class="handover">
          <a class="btn" href={person}>
            {t.askAPersonThis}
          </a>
          <span class="small">{sentences.length > 0 ? t.yourQuestionAndThis : t.yourQuestionGoesAlong}</span>
        </p>
      )}
      {!isRunning(turn) && sentences.length > 0 && !isRemark(turn) && (
        <div class="after-answer">
          {done && <Helped turn={turn} />}
          <Copy turn={turn} />
          {!needsPerson && <a href={person}>{t.askAPersonThis}</a>}
          {turn.vote?.helped === false && <Reasons turn={turn} vote={turn.vote} />}
        </div>
      )}
    </section>
  );
}

function Failed({ turn, says, offline }: { turn: Turn } & NonNullable<Turn["failure"]>) {
  return (
    <div class="answer" data-verdict="failed">
      <p class="verdict is-failed">
        <Icon name="m-failed" class="mark" />
        <b>{offline ? t.notSent : t.noAnswer}</b>
        {` ${says}${offline ? t.yourQuestionIsKept : ""}`}
      </p>
      <Again turn={turn} />
    </div>
  );
}
