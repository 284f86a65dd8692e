import { useSignal } from "@preact/signals";
import type { ArticleMark, SuggestedArticle } from "#server/features/desk/case-content.schema.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { findArticlesFor } from "./case-api.ts";
import { Suggested } from "./case-suggested.tsx";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";

/** Another article, by the agent's own words. */
export function FindArticle({ shown, marks }: { shown: CaseDetail; marks: ArticleMark[] }) {
  const found = useSignal<SuggestedArticle[] | null>(null);
  const { problem, run } = useAction();
  const find = (q: string) => run(async () => (found.value = (await findArticlesFor(q)).suggested));
  return (
    <form
      class="find-article"
      role="search"
      aria-label="Articles"
      onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get("q");
        if (typeof q === "string" && q.trim().length > 1) void find(q);
      }}
    >
      <input
        name="q"
        type="search"
        maxLength={200}
        aria-label="Find another article"
        placeholder="Find another article"
      />
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="small" role="status">
        {found.value?.length === 0 && "No article has a word of it."}
      </p>
      <ul class="plain beside">
        {found.value?.map((article) => (
          <Suggested key={article.articleId} article={article} shown={shown} marks={marks} />
        ))}
      </ul>
    </form>
  );
}
