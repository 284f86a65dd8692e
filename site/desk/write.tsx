import { useSignal } from "@preact/signals";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import { keep, recall } from "#site/islands/store.ts";
import { toProblem } from "#site/problem.ts";
import { reloadAll, writing } from "./cases.ts";
import { addNote, addReply } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { noticeSignedOut, type Staff } from "./session.ts";

/** A reply to the customer, or a note for staff. What is typed survives a reload and a lost connection. */
export function Write({ shown, staff }: { shown: CaseDetail; staff: Staff }) {
  const draftKey = `handrail.desk.${shown.id}`;
  const text = useSignal(recall<string>("tab", draftKey) ?? "");
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const isReply = writing.value === "reply";
  const type = (typed: string) => {
    text.value = typed;
    keep("tab", draftKey, typed || null);
  };
  async function send(): Promise<void> {
    if (busy.value || !text.value.trim()) return;
    busy.value = true;
    problem.value = null;
    try {
      await (isReply ? addReply : addNote)(shown.id, text.value);
      type("");
      await reloadAll();
    } catch (error) {
      const failure = toProblem(error);
      noticeSignedOut(failure);
      problem.value = failure.message;
    }
    busy.value = false;
  }
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="write">{isReply ? `Reply to ${shown.name ?? shown.email}` : "Note, for staff only"}</label>
      <textarea
        id="write"
        rows={5}
        maxLength={MESSAGE_MAX}
        value={text.value}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="acts">
        <button class="btn main sm" type="submit" disabled={busy.value}>
          {isReply ? "Send and wait" : "Keep the note"}
        </button>
        <button class="text-btn" type="button" onClick={() => (writing.value = isReply ? "note" : "reply")}>
          {isReply ? "Write a note instead" : "Write a reply instead"}
        </button>
        <span class="small">
          {isReply
            ? `Goes to the receipt page, and by mail where mail is set up, as ${staff.name}.`
            : "Never leaves the desk."}{" "}
          <kbd>Ctrl Enter</kbd>
        </span>
      </p>
    </form>
  );
}
