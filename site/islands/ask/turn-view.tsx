import { useSignal } from "@preact/signals";
import { ANSWER_REASONS } from "#server/features/ask/ask.values.ts";
import { Icon } from "../icon.tsx";
import { Answer } from "./answer.tsx";
import { askAgain, sayHelped } from "./ask-question.ts";
import { copyText, personLink } from "./sources.ts";
import { isRemark, type Turn } from "./thread.ts";

/** A question, its answer, and what one can do with it once it has ended. */
export function TurnView({ turn, articleId }: { turn: Turn; articleId: string | undefined }) {
  const { question, state, done, failure } = turn;
  const again = (): void => askAgain(turn);
  const person = personLink(question, articleId);
  return (
    <section class="turnq" data-turn={turn.key}>
      <h3 class="q">{question}</h3>
      {failure && turn.sentences.length === 0 ? (
        <Failed {...failure} again={again} />
      ) : (
        <Answer turn={turn} again={again} />
      )}
      {(failure || (done && (done.verdict !== "answered" || isRemark(turn)))) && (
        <p class="handover">
          <a class="btn" href={person}>
            Ask a person this
          </a>
          <span class="small">Your question and this answer go along, if you let them.</span>
        </p>
      )}
      {state === "done" && <Helped turn={turn} person={person} />}
    </section>
  );
}

function Failed({ says, offline, again }: NonNullable<Turn["failure"]> & { again: () => void }) {
  return (
    <div class="answer" data-verdict="failed">
      <p class="verdict is-failed">
        <Icon name="m-failed" class="mark" />
        <b>{offline ? "Not sent." : "No answer."}</b>
        {` ${says}${offline ? " Your question is kept and goes out when you are back." : ""}`}
      </p>
      <button class="text-btn" type="button" onClick={again}>
        Try now
      </button>
    </div>
  );
}

const REASONS: Record<(typeof ANSWER_REASONS)[number], string> = {
  wrong: "It is wrong",
  incomplete: "Something is missing",
  not_asked: "Not what I asked",
  outdated: "Out of date",
  other: "Something else",
};

function Helped({ turn, person }: { turn: Turn; person: string }) {
  const reason = useSignal<string | null>(null);
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(copyText(turn, location.origin));
    copied.value = true;
  };
  return (
    <div class="helped" role="group" aria-label="Did this answer help?">
      <span class="small">{turn.helped === undefined ? "Did this help?" : "Counted."}</span>
      {[true, false].map((yes) => (
        <button
          key={String(yes)}
          class="text-btn"
          type="button"
          aria-pressed={turn.helped === yes}
          onClick={() => void sayHelped(turn, yes)}
        >
          {yes ? "Yes" : "No"}
        </button>
      ))}
      <button class="text-btn" type="button" onClick={() => void copy()}>
        <Icon name="i-copy" />
        {copied.value ? "Copied" : "Copy"}
      </button>
      {turn.done?.verdict === "answered" && !isRemark(turn) && <a href={person}>Ask a person this</a>}
      {turn.helped === false && (
        <div class="ticks" role="group" aria-label="What was wrong with it?">
          {ANSWER_REASONS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`why-${turn.key}`}
                checked={reason.value === each}
                onChange={() => {
                  reason.value = each;
                  void sayHelped(turn, false, each);
                }}
              />
              <span>{REASONS[each]}</span>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
