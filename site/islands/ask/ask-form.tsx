import { QUESTION_MAX } from "#server/features/ask/ask.values.ts";
import { Icon } from "../icon.tsx";
import { askQuestion, stopAnswer } from "./ask-question.ts";
import { draft, isRunning, turns } from "./thread.ts";

/** One field: Enter asks, Shift and Enter begin a new line. While an answer is being written, the button stops it. */
export function AskForm() {
  const running = turns.value.some(isRunning);
  const label = turns.value.length > 0 ? "Ask a follow-up" : "Ask a question";
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
      {running ? (
        <button key="stop" class="btn" type="button" onClick={stopAnswer}>
          <Icon name="i-stop" />
          Stop
        </button>
      ) : (
        <button key="ask" class="btn" type="submit">
          Ask
        </button>
      )}
    </form>
  );
}
