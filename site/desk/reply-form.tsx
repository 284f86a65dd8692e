import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import type { SavedReply } from "#server/features/desk/saved-replies.schema.ts";
import { REPLY_TITLE_MAX } from "#server/features/desk/saved-replies.values.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { useOnce } from "#site/islands/use-once.ts";
import { toProblem } from "#site/problem.ts";
import { Notice } from "./notice.tsx";
import { changeSavedReply, createSavedReply, savedReplies } from "./saved-reply-api.ts";
import { noticeSignedOut } from "./session.ts";

type Props = { reply: SavedReply | null; done: () => void };
type Written = { title: string; body: string };
type Refused = { says: string; theirs: SavedReply | null };

/** Writes a reply, or changes one. What a colleague changed meanwhile is shown before it is written over. */
export function ReplyForm({ reply, done }: Props) {
  const written = useSignal({ title: reply?.title ?? "", body: reply?.body ?? "" });
  const { busy, problem: refused, run } = useOnce(read);
  const theirs = refused.value?.theirs ?? null;
  const save = () =>
    run(async () => {
      const version = (theirs ?? reply)?.version;
      if (reply && version !== undefined) await changeSavedReply(reply.id, { ...written.value, version });
      else await createSavedReply(written.value);
      await savedReplies.reload();
      done();
    });
  return (
    <form
      class="reply-form"
      aria-label={reply ? `Change “${reply.title}”` : "A new reply"}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Fields written={written} />
      {refused.value && <Notice>{refused.value.says}</Notice>}
      {theirs && <Theirs theirs={theirs} />}
      <p class="acts">
        <button class="btn main sm" type="submit" {...whileBusy(busy.value)}>
          {theirs ? "Save mine over it" : "Save"}
        </button>
        <button
          class="text-btn"
          type="button"
          onClick={() => (theirs ? void savedReplies.reload().then(done) : done())}
        >
          {theirs ? "Keep theirs" : "Cancel"}
        </button>
      </p>
    </form>
  );
}

function Fields({ written }: { written: Signal<Written> }) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (field: Partial<Written>) => (written.value = { ...written.value, ...field });
  return (
    <>
      <label for={`${id}-title`}>Title, by which you find it</label>
      <input
        id={`${id}-title`}
        ref={first}
        required
        maxLength={REPLY_TITLE_MAX}
        value={written.value.title}
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
      <label for={`${id}-body`}>Reply</label>
      <textarea
        id={`${id}-body`}
        required
        rows={7}
        maxLength={MESSAGE_MAX}
        value={written.value.body}
        onInput={(event) => change({ body: event.currentTarget.value })}
      />
    </>
  );
}

const Theirs = ({ theirs }: { theirs: SavedReply }) => (
  <blockquote>
    <b>{theirs.title}</b>
    <span class="as-typed">{theirs.body}</span>
    <footer class="small">as {theirs.updatedBy} left it</footer>
  </blockquote>
);

function read(error: unknown): Refused {
  const problem = toProblem(error);
  noticeSignedOut(problem);
  const [field] = problem.problem.errors ?? [];
  const { theirs } = problem.problem as { theirs?: SavedReply }; // a member of this route's 409
  return { says: field?.reason ?? problem.message, theirs: theirs ?? null };
}
