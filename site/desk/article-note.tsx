import { useSignal } from "@preact/signals";
import type { ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";

type Props = { shown: ArticleDetail; busy: boolean; keep: (note: string) => Promise<void> };

/** One note an article, for staff. What is typed stays when somebody else keeps another note meanwhile, which is shown. */
export function ArticleNote({ shown: { work }, busy, keep }: Props) {
  const typed = useSignal<string | null>(null);
  const kept = work.note ?? "";
  const text = typed.value ?? kept;
  const changed = text !== kept;
  return (
    <form
      class="reply note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(text);
      }}
    >
      <label for="article-note">Note, for staff only</label>
      <textarea
        id="article-note"
        rows={3}
        maxLength={4000}
        value={text}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      {changed && kept && (
        <p class="small">
          Kept until now: <span class="as-typed">{kept}</span>
        </p>
      )}
      <p class="acts">
        <button class="btn sm" type="submit" {...whileBusy(busy || !changed)}>
          Keep the note
        </button>
      </p>
    </form>
  );
}
