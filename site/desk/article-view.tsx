import { Fragment } from "preact";
import type { ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { sayDay } from "#site/islands/when.ts";
import { ArticleEvidence } from "./article-evidence.tsx";
import { ArticleFix } from "./article-fix.tsx";
import { ArticleScore } from "./article-score.tsx";
import { ArticleSide } from "./article-side.tsx";
import { ArticleWeeks } from "./article-weeks.tsx";
import { openArticle } from "./article-state.ts";
import { ChooseOne, OpenRow } from "./open-row.tsx";
import type { Staff } from "./session.ts";

/** An article beside the list: whom it let down, how we know, and what is done about it. */
export function ArticleView({ staff }: { staff: Staff }) {
  return (
    <OpenRow
      view="articles"
      open={openArticle.state.value}
      none={<ChooseOne what="an article" />}
      says={{ back: "All articles", loading: "Asking for the article." }}
      headingId="article-h"
    >
      {(shown) => <Shown key={shown.id} shown={shown} staff={staff} />}
    </OpenRow>
  );
}

/** Passages that it shares with others stand in files of their own: there they are mended, for all. */
const SharedParts = ({ parts }: { parts: ArticleDetail["sharedParts"] }) => (
  <>
    . What it shares with others is in{" "}
    {parts.map(({ file, editUrl }, index) => (
      <Fragment key={file}>
        {index > 0 && ", "}
        {editUrl ? <a href={editUrl}>{file}</a> : <code>{file}</code>}
      </Fragment>
    ))}
  </>
);

const Shown = ({ shown, staff }: { shown: ArticleDetail; staff: Staff }) => (
  <>
    <header class="case-h">
      <p class="small">
        <a href={shown.url}>Read the article</a>
        {shown.servedSince && ` as it has been served since ${sayDay(shown.servedSince).replace("on ", "")}`}
        {shown.editUrl && (
          <>
            {" or "}
            <a href={shown.editUrl}>edit it</a>
          </>
        )}
        {shown.sharedParts.length > 0 && <SharedParts parts={shown.sharedParts} />}
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
