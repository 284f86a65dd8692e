import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import { reloadAll, writing } from "./cases.ts";
import { addNote, addReply } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import type { Staff } from "./session.ts";
import { useDraft } from "./use-draft.ts";

/** A reply to the customer, or a note for staff. */
export function Write({ shown, staff }: { shown: CaseDetail; staff: Staff }) {
  const { text, problem, busy, type, send } = useDraft(shown.id);
  const isReply = writing.value === "reply";
  const deliver = async (body: string) => {
    await (isReply ? addReply : addNote)(shown.id, body);
    await reloadAll();
  };
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send(deliver);
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
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send(deliver);
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
        <WhereItGoes isReply={isReply} staff={staff} />
      </p>
    </form>
  );
}

const WhereItGoes = ({ isReply, staff }: { isReply: boolean; staff: Staff }) => (
  <span class="small">
    {isReply
      ? `Goes to the receipt page, and by mail where mail is set up, as ${staff.name}.`
      : "Never leaves the desk."}{" "}
    <kbd>Ctrl Enter</kbd>
  </span>
);
