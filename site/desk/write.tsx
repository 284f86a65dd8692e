import { useLayoutEffect } from "preact/hooks";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import { Meanwhile, writtenMeanwhile } from "./case-meanwhile.tsx";
import { Mentions, useMentions } from "./case-mentions.tsx";
import { SavedReplies, useSavedReplies } from "./case-saved-replies.tsx";
import { writing } from "./cases.ts";
import { Notice } from "./notice.tsx";
import { Writers } from "./others-here.tsx";
import { ReplyFiles } from "./reply-files.tsx";
import { sendNote, sendReply } from "./send-message.ts";
import type { Staff } from "./session.ts";
import { draftOf } from "./use-draft.ts";
import { WriteActs } from "./write-acts.tsx";
import { WriteHead } from "./write-head.tsx";

type Props = { shown: CaseDetail; staff: Staff };

/** A reply to the customer, or a note for staff; each has a draft of its own, in one box. */
export function Write({ shown, staff }: Props) {
  useLayoutEffect(() => {
    // what was left half-written is taken up again; at once, before a key is pressed
    const left = (writes: "reply" | "note") => draftOf(shown.id, writes).kept.peek().text !== "";
    writing.value = left("note") && !left("reply") ? "note" : "reply";
  }, [shown.id]);
  const isReply = writing.value === "reply";
  const draft = draftOf(shown.id, writing.value);
  const saved = useSavedReplies();
  const mentions = useMentions((text) => draft.type(text, shown.messages.length));
  const meanwhile = isReply ? writtenMeanwhile(shown, draft, staff) : [];
  const send = (solve = false) => (isReply ? sendReply(shown, draft, solve) : sendNote(shown, draft));
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.submitter?.getAttribute("value") === "solve");
      }}
    >
      <WriteHead isReply={isReply} shown={shown} saved={saved} />
      {/* read out where the case begins */}
      <Writers writes="reply" class="others" />
      {isReply && saved.open.value && <SavedReplies shown={shown} staff={staff} close={saved.toggle} />}
      <textarea
        id="write"
        rows={6}
        dir="auto"
        maxLength={MESSAGE_MAX}
        {...(isReply ? {} : mentions.aria)}
        value={draft.kept.value.text}
        onInput={(event) => {
          draft.type(event.currentTarget.value, shown.messages.length);
          if (!isReply) mentions.look(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (!isReply && mentions.press(event)) return;
          if (!event.ctrlKey && !event.metaKey) return;
          // what came meanwhile is read before it is passed over
          if (event.key === "Enter" && meanwhile.length === 0) void send(event.shiftKey);
          if (event.key === "." && isReply) saved.toggle();
        }}
      />
      {!isReply && <Mentions {...mentions} />}
      <ReplyFiles shown={shown} isReply={isReply} staff={staff} />
      {meanwhile.length > 0 && <Meanwhile messages={meanwhile} />}
      {draft.problem.value && meanwhile.length === 0 && <Notice>{draft.problem.value}</Notice>}
      <WriteActs isReply={isReply} anyway={meanwhile.length > 0} busy={draft.busy.value} staff={staff} />
    </form>
  );
}
