import { useEffect } from "preact/hooks";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import { addNote, addReply } from "./case-api.ts";
import { reloadAll, writing } from "./cases.ts";
import { Mentions, useMentions } from "./case-mentions.tsx";
import { SavedReplies, useSavedReplies } from "./case-saved-replies.tsx";
import { Notice } from "./notice.tsx";
import type { Staff } from "./session.ts";
import { draftOf, type Draft } from "./use-draft.ts";
import { Meanwhile, writtenMeanwhile } from "./case-meanwhile.tsx";

type Props = { shown: CaseDetail; staff: Staff };

/** A reply to the customer, or a note for staff; each has a draft of its own. */
export function Write({ shown, staff }: Props) {
  useEffect(() => {
    // what was left half-written is taken up again
    const left = (writes: "reply" | "note") => draftOf(shown.id, writes).kept.peek().text !== "";
    writing.value = left("note") && !left("reply") ? "note" : "reply";
  }, [shown.id]);
  return writing.value === "reply" ? <Reply shown={shown} staff={staff} /> : <Note shown={shown} />;
}

function Reply({ shown, staff }: Props) {
  const draft = draftOf(shown.id, "reply");
  const saved = useSavedReplies();
  const meanwhile = writtenMeanwhile(shown, draft, staff);
  const send = (solve: boolean) =>
    draft.send(async ({ text, once }) => {
      const there = shown.messages.length;
      await addReply(shown.id, { body: text, once, seen: there, solve }).catch(async (error: unknown) => {
        await reloadAll(); // what was written meanwhile is shown
        throw error;
      });
      await reloadAll();
    });
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.submitter?.getAttribute("value") === "solve");
      }}
    >
      <p class="reply-h">
        <label for="write">Reply to {shown.name ?? shown.email}</label>
        <button class="text-btn" type="button" aria-expanded={saved.open.value} onClick={saved.toggle}>
          Saved replies <kbd>Ctrl .</kbd>
        </button>
      </p>
      {saved.open.value && <SavedReplies shown={shown} staff={staff} close={saved.toggle} />}
      <Box
        shown={shown}
        draft={draft}
        onKeyDown={(event) => {
          const held = event.ctrlKey || event.metaKey;
          // what came meanwhile is read before it is passed over
          if (held && event.key === "Enter" && meanwhile.length === 0) void send(false);
          if (held && event.key === ".") saved.toggle();
        }}
      />
      {meanwhile.length > 0 && <Meanwhile messages={meanwhile} />}
      {draft.problem.value && meanwhile.length === 0 && <Notice>{draft.problem.value}</Notice>}
      <p class="acts">
        <button class="btn main sm" type="submit" disabled={draft.busy.value}>
          {meanwhile.length > 0 ? "Send anyway" : "Send and wait"}
        </button>
        <button class="btn sm" type="submit" value="solve" disabled={draft.busy.value}>
          {meanwhile.length > 0 ? "Send anyway and solve" : "Send and solve"}
        </button>
        <Other to="note">Write a note instead</Other>
        <span class="small">
          Goes to the receipt page, and by mail where mail is set up, as {staff.name}. <kbd>Ctrl Enter</kbd>
        </span>
      </p>
    </form>
  );
}

function Note({ shown }: Pick<Props, "shown">) {
  const draft = draftOf(shown.id, "note");
  const mentions = useMentions((text) => draft.type(text, shown.messages.length));
  const send = () =>
    draft.send(async ({ text, once }) => {
      await addNote(shown.id, { body: text, once });
      await reloadAll();
    });
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="reply-h">
        <label for="write">Note, for staff only</label>
      </p>
      <Box
        shown={shown}
        draft={draft}
        aria={mentions.aria}
        onCursor={mentions.look}
        onKeyDown={(event) => {
          if (mentions.press(event)) return;
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <Mentions {...mentions} />
      {draft.problem.value && <Notice>{draft.problem.value}</Notice>}
      <p class="acts">
        <button class="btn main sm" type="submit" disabled={draft.busy.value}>
          Keep the note
        </button>
        <Other to="reply">Write a reply instead</Other>
        <span class="small">
          Never leaves the desk. <b>@name</b> tells a colleague. <kbd>Ctrl Enter</kbd>
        </span>
      </p>
    </form>
  );
}

type BoxProps = {
  shown: CaseDetail;
  draft: Draft;
  onKeyDown: (event: KeyboardEvent) => void;
  onCursor?: (field: HTMLTextAreaElement) => void;
  aria?: Record<string, string | undefined>;
};

const Box = ({ shown, draft, onKeyDown, onCursor, aria }: BoxProps) => (
  <textarea
    id="write"
    rows={6}
    maxLength={MESSAGE_MAX}
    {...aria}
    value={draft.kept.value.text}
    onInput={(event) => {
      draft.type(event.currentTarget.value, shown.messages.length);
      onCursor?.(event.currentTarget);
    }}
    onKeyDown={onKeyDown}
  />
);

const Other = ({ to, children }: { to: "reply" | "note"; children: string }) => (
  <button class="text-btn" type="button" onClick={() => (writing.value = to)}>
    {children}
  </button>
);
