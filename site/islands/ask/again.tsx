import { askAgain, askInNewThread } from "./ask-question.ts";
import { focusThread } from "./focus.ts";
import type { Turn } from "./thread.ts";
import { askWords as t } from "./ask.words.ts";

/** What a stopped or failed question offers. The button goes with the press, so the focus goes to the answers. */
export function Again({ turn }: { turn: Turn }) {
  const full = turn.failure?.full ?? false;
  const press = (): void => {
    if (full) askInNewThread(turn);
    else askAgain(turn);
    focusThread();
  };
  return (
    <button class="text-btn" type="button" onClick={press}>
      {full ? t.askItAsA : turn.failure && turn.sentences.length === 0 ? t.tryNow : t.askItAgain}
    </button>
  );
}
