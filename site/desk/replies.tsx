import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { REPLY_VARIABLES } from "#server/features/desk/saved-replies.values.ts";
import type { SavedReply } from "#server/features/desk/saved-replies.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayWhen } from "#site/islands/when.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { Notice } from "./notice.tsx";
import { Doubts } from "./reply-doubts.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { deleteSavedReply, savedReplies } from "./saved-reply-api.ts";
import { useAction } from "./use-action.ts";

/** Saved replies: written once, checked against the articles, changed by anybody at the desk. */
export function Replies() {
  useEffect(() => void savedReplies.reload(), []);
  const { value, loading } = savedReplies.state.value;
  const writes = useSignal(false);
  const end = () => (writes.value = false);
  return (
    <section class="weak replies">
      <h1>Saved replies</h1>
      <p class="lede">
        Written once, for all of you. Figures, dates and links are held against the articles at every new build.
      </p>
      <NotLoaded of={savedReplies} />
      {!value && loading && <p>Asking for the replies.</p>}
      {value?.replies.length === 0 && !writes.value && <p>None yet. What you write for the third time belongs here.</p>}
      {writes.value ? (
        <ReplyForm reply={null} done={end} />
      ) : (
        <p class="acts">
          <button class="btn" type="button" onClick={() => (writes.value = true)}>
            Write a reply
          </button>
        </p>
      )}
      <ul class="plain">
        {value?.replies.map((reply) => (
          <Reply key={reply.id} reply={reply} />
        ))}
      </ul>
      <section class="gap">
        <h2>What stands for something else</h2>
        <dl class="kv">
          {Object.entries(REPLY_VARIABLES).map(([name, becomes]) => (
            <div key={name}>
              <dt>{`{{${name}}}`}</dt>
              <dd>{becomes}</dd>
            </div>
          ))}
        </dl>
      </section>
    </section>
  );
}

function Reply({ reply }: { reply: SavedReply }) {
  const does = useSignal<"shows" | "changes" | "deletes">("shows");
  if (does.value === "changes")
    return (
      <li>
        <ReplyForm reply={reply} done={() => (does.value = "shows")} />
      </li>
    );
  return (
    <li>
      <h2>{reply.title}</h2>
      <p class="as-typed">{reply.body}</p>
      <p>
        <Doubts doubts={reply.doubts} />
      </p>
      {does.value === "deletes" ? (
        <Delete reply={reply} keep={() => (does.value = "shows")} />
      ) : (
        <p class="acts">
          <button
            class="btn sm"
            type="button"
            aria-label={`Change “${reply.title}”`}
            onClick={() => (does.value = "changes")}
          >
            Change
          </button>
          <button
            class="text-btn"
            type="button"
            aria-label={`Delete “${reply.title}”`}
            onClick={() => (does.value = "deletes")}
          >
            Delete
          </button>
          <span class="small">
            {reply.updatedBy}, <time dateTime={reply.updatedAt}>{sayWhen(reply.updatedAt)}</time>
          </span>
        </p>
      )}
    </li>
  );
}

function Delete({ reply, keep }: { reply: SavedReply; keep: () => void }) {
  const { busy, problem, run } = useAction();
  const remove = () => run(() => deleteSavedReply(reply.id, reply.version).finally(savedReplies.reload));
  return (
    <>
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="acts" role="group" aria-label={`Delete “${reply.title}” for everybody?`}>
        <b>Delete it for everybody?</b>
        <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void remove()}>
          Delete it
        </button>
        <button class="text-btn" type="button" ref={(button) => button?.focus()} onClick={keep}>
          Keep it
        </button>
      </p>
    </>
  );
}
