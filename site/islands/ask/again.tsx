import { askAgain, askInNewThread } from "./ask-question.ts";
import { focusThread } from "./focus.ts";
import type { Turn } from "./thread.ts";

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
      {full ? "Ask it as a new question" : turn.failure && turn.sentences.length === 0 ? "Try now" : "Ask it again"}
    </button>
  );
}
