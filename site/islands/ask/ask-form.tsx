import { QUESTION_MAX } from "#server/features/ask/ask.values.ts";
import { Icon } from "../icon.tsx";
import { askQuestion, stopAnswer } from "./ask-question.ts";
import { draft, isRunning, turns } from "./thread.ts";
import { askWords as t } from "./ask.words.ts";

/** One field: Enter asks, Shift and Enter begin a new line. While an answer is being written, the button stops it. */
export function AskForm() {
  const running = turns.value.some(isRunning);
  const label = turns.value.length > 0 ? t.askAFollowUp : t.askAQuestion;
  const send = (): void => {
    if (running || draft.value.trim().length < 2) return;
    askQuestion(draft.value);
    draft.value = "";
  };
  return (
    <form
      class="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="sr" for="ask-q">
        {label}
      </label>
      <textarea
        id="ask-q"
        rows={1}
        placeholder={label}
        maxLength={QUESTION_MAX}
        value={draft.value}
        onInput={({ currentTarget }) => (draft.value = currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {/* One button, so that the focus is not lost when an answer ends. */}
      <button
        class="btn"
        type="submit"
        onClick={(event) => {
          if (!running) return;
          event.preventDefault();
          // the second of two quick presses meant to ask
          if (event.detail < 2) stopAnswer();
        }}
      >
        {running && <Icon name="i-stop" />}
        {running ? t.stop : t.ask}
      </button>
    </form>
  );
}
