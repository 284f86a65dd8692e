import type { CaseDetail, CaseMessage } from "#server/features/desk/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { Said } from "./said.tsx";
import type { Staff } from "./session.ts";
import type { Draft } from "./use-draft.ts";

/** What others wrote on the case since this reply was begun. */
export function writtenMeanwhile(shown: CaseDetail, draft: Draft, staff: Staff): CaseMessage[] {
  const { text, seen } = draft.kept.value;
  return text.trim() ? shown.messages.slice(seen).filter(({ authorId }) => authorId !== staff.id) : [];
}

/** Stands between a reply and its button until it was read. */
export const Meanwhile = ({ messages }: { messages: CaseMessage[] }) => (
  <div class="meanwhile" role="alert">
    <p class="is-warning">
      <Icon name="m-warning" class="mark" /> <b>Somebody wrote while you did.</b> Read it, then send your reply or
      change it.
    </p>
    {messages.map(({ id, author, from, body, at }) => (
      <blockquote key={id}>
        <Said text={body} />
        <footer class="small">
          <bdi>{author}</bdi>
          {from === "note" && ", in a note"}, <time dateTime={at}>{sayWhen(at)}</time>
        </footer>
      </blockquote>
    ))}
  </div>
);
