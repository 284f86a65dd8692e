import { useSignal } from "@preact/signals";
import { ANSWER_REASONS, ANSWER_REASON_LABELS } from "#server/features/ask/ask.values.ts";
import { Icon } from "../icon.tsx";
import { says } from "./ask-question.ts";
import { copyText } from "./sources.ts";
import type { Turn } from "./thread.ts";
import { voteOnTurn } from "./vote-on-turn.ts";
import { askWords as t } from "./ask.words.ts";

const VOTED = {
  sending: t.sending,
  counted: t.countedYouCanChange,
  lost: t.itCouldNotBe,
};

/** "Did this help?" It can be changed. */
export function Helped({ turn }: { turn: Turn }) {
  const { vote } = turn;
  return (
    <div class="helped" role="group" aria-label={t.didThisAnswerHelp}>
      <span class="small">{vote ? VOTED[vote.state] : t.didThisHelp}</span>
      {[true, false].map((helped) => (
        <button
          key={String(helped)}
          class="text-btn"
          type="button"
          aria-pressed={vote?.helped === helped}
          onClick={() => void voteOnTurn(turn, { helped })}
        >
          {helped ? t.yes : t.no}
        </button>
      ))}
    </div>
  );
}

/** Why an answer did not help. */
export function Reasons({ turn, vote }: { turn: Turn; vote: NonNullable<Turn["vote"]> }) {
  return (
    <div class="ticks" role="group" aria-label={t.whatWasWrongWith}>
      {ANSWER_REASONS.map((reason) => (
        <label key={reason}>
          <input
            type="radio"
            name={`why-${turn.key}`}
            checked={vote.reason === reason}
            onChange={() => void voteOnTurn(turn, { helped: false, reason })}
          />
          <span>{ANSWER_REASON_LABELS[reason]}</span>
        </label>
      ))}
    </div>
  );
}

const SHOWN_MS = 3000;

/** Puts the answer and the addresses of its sources on the clipboard, as plain text. */
export function Copy({ turn }: { turn: Turn }) {
  const label = useSignal(t.copy);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(copyText(turn, location.origin));
      label.value = t.copied;
      says.value = t.answerCopied;
      setTimeout(() => (label.value = t.copy), SHOWN_MS);
    } catch {
      // Browsers keep the clipboard from pages without https.
      label.value = t.notCopiedSelectThe;
      says.value = label.value;
    }
  };
  return (
    <button class="text-btn" type="button" onClick={() => void copy()}>
      <Icon name="i-copy" />
      {label}
    </button>
  );
}
