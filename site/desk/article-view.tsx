import type { ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { sayDay } from "#site/islands/when.ts";
import { ArticleEvidence } from "./article-evidence.tsx";
import { ArticleFix } from "./article-fix.tsx";
import { ArticleScore } from "./article-score.tsx";
import { ArticleSide } from "./article-side.tsx";
import { ArticleWeeks } from "./article-weeks.tsx";
import { openArticle } from "./article-state.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, place } from "./place.ts";
import type { Staff } from "./session.ts";

/** An article beside the list: whom it let down, how we know, and what is done about it. */
export function ArticleView({ staff }: { staff: Staff }) {
  const { value, problem } = openArticle.state.value;
  const { articleId } = place.value;
  if (!articleId) return <p class="case case-none">Choose an article. j and k move through the list.</p>;
  const shown = value?.id === articleId ? value : null;
  return (
    <article class="case" data-open aria-labelledby={shown ? "article-h" : undefined}>
      <p class="back-inbox">
        <a href={hrefOf({ articleId: null })} onClick={(event) => follow(event, { articleId: null })}>
          All articles
        </a>
      </p>
      {problem && <Notice>{problem.message}</Notice>}
      {!shown && !problem && <p>Asking for the article.</p>}
      {shown && <Shown key={shown.id} shown={shown} staff={staff} />}
    </article>
  );
}

const Shown = ({ shown, staff }: { shown: ArticleDetail; staff: Staff }) => (
  <>
    <header class="case-h">
      <p class="small">
        <a href={shown.url}>Read the article</a>
        {shown.servedSince && ` as it has been served since ${sayDay(shown.servedSince).replace("on ", "")}`}
      </p>
      <h2 id="article-h">{shown.title}</h2>
      {shown.cameBack && <p class="small">It was dismissed, and lets down twice as many people now.</p>}
    </header>
    <div class="case-cols with-proof">
      <div class="case-main">
        <ArticleScore shown={shown} />
        <ArticleWeeks weeks={shown.weeks} />
        {shown.fix && <ArticleFix fix={shown.fix} />}
      </div>
      <ArticleSide shown={shown} staff={staff} />
      <div class="case-main proof">
        <ArticleEvidence shown={shown} role={staff.role} />
      </div>
    </div>
  </>
);
