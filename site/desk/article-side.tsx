import type { ArticleChange, ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayDay } from "#site/islands/when.ts";
import { changeArticle } from "./article-api.ts";
import { ArticleNote } from "./article-note.tsx";
import { ArticleStates } from "./article-states.tsx";
import { reloadArticles } from "./article-state.ts";
import { STATES } from "./article-words.ts";
import { Fact } from "./fact.tsx";
import { Notice } from "./notice.tsx";
import type { Staff } from "./session.ts";
import { useAction } from "./use-action.ts";

/** What is done about an article, by whom, and what happens next. */
export function ArticleSide({ shown, staff }: { shown: ArticleDetail; staff: Staff }) {
  const { work } = shown;
  const { busy, problem, run } = useAction();
  const change = (made: Omit<ArticleChange, "version">) =>
    run(() => changeArticle(shown.id, { ...made, version: work.version }).finally(reloadArticles));
  const mine = work.owner?.id === staff.id;
  return (
    <div class="case-side">
      <section class="work" aria-labelledby="work-h">
        <h3 id="work-h">What is done about it</h3>
        <dl class="kv" aria-live="polite">
          <Fact name="State">{work.awaitsVersion ? "in work, fixed with the next version" : STATES[work.state]}</Fact>
          <Fact name="Owner">{work.owner?.name ?? "nobody yet"}</Fact>
          {work.fixedAt && <Fact name="Fixed">by the version {sayDay(work.fixedAt)}</Fact>}
        </dl>
        <ArticleStates shown={shown} busy={busy.value} change={change} />
        <p class="case-acts">
          <button
            class="text-btn"
            type="button"
            {...whileBusy(busy.value)}
            onClick={() => void change({ owner: mine ? "nobody" : "me" })}
          >
            {mine ? "Give it back" : "Take it"}
          </button>
        </p>
        {problem.value && <Notice>{problem.value}</Notice>}
      </section>
      <ArticleNote shown={shown} keep={(note) => change({ note })} busy={busy.value} />
      <section aria-labelledby="kept-h">
        <h3 id="kept-h">Up to date?</h3>
        <dl class="kv">
          <Fact name="Tried">{shown.verified ? sayDay(shown.verified) : "never noted"}</Fact>
          <Fact name="Changed">{sayDay(shown.updated)}</Fact>
        </dl>
        {shown.stale && (
          <p>
            Stale: try its steps, then write the day into <code>verified</code> at its head.
          </p>
        )}
      </section>
    </div>
  );
}
