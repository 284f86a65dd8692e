import type { ArticleEntry, ListedArticle } from "#server/features/articles/articles.schema.ts";
import { ARTICLE_SHOWS } from "#server/features/articles/articles.values.ts";
import { articleList, showMoreArticles } from "./article-state.ts";
import { ArticleView } from "./article-view.tsx";
import { sayPeople, SHOWS, STATES } from "./article-words.ts";
import { DeskList, DeskRow } from "./desk-list.tsx";
import { place, type ArticleShow } from "./place.ts";
import { sayCount } from "./report-words.ts";
import { Spark } from "./spark.tsx";
import type { Staff } from "./session.ts";

/** Who was let down, and by which article: the worst first, and beside it how we know. */
export function Articles({ staff }: { staff: Staff }) {
  const show = place.value.articles ?? "worst";
  const links = ARTICLE_SHOWS.map((each) => ({
    label: SHOWS[each],
    to: { articles: each === "worst" ? null : each, articleId: null },
    here: show === each,
    count: articleList.state.value.value?.counts[each],
  }));
  return (
    <div class="desk">
      <h1 class="sr">Articles</h1>
      <DeskList
        title="Articles"
        filters={[{ by: "Filter articles", links }]}
        list={articleList}
        showMore={showMoreArticles}
        row={(entry) => <ArticleRow key={entry.id} entry={entry} />}
        says={{ loading: "Counting who was let down.", empty: sayEmpty(show), older: "Show more articles" }}
      />
      <ArticleView staff={staff} />
    </div>
  );
}

function sayEmpty(show: ArticleShow): string {
  if (place.value.q) return `No title has “${place.value.q}” in it.`;
  return EMPTY[show];
}

const EMPTY: Record<ArticleShow, string> = {
  worst: "In four weeks no article let anybody down, as far as readers say.",
  to_look_at: "Nothing waits to be looked at.",
  in_work: "Nobody works on an article.",
  fixed: "No article has been fixed yet.",
  dismissed: "No article was dismissed.",
  stale: "Every article was tried or changed lately.",
  mine: "No article is yours. “Take it” makes one yours.",
};

const ArticleRow = ({ entry }: { entry: ListedArticle }) => (
  <DeskRow
    id={entry.id}
    to={{ articleId: entry.id }}
    here={place.value.articleId === entry.id}
    title={entry.title}
    at={
      <span class="let-down">
        <b>{sayPeople(entry.score.harm)}</b> let down
      </span>
    }
  >
    <span class="cr-signs">
      <span>{sayParts(entry)}</span>
      {entry.signs.some(Boolean) && <Spark counted={entry.signs} size={[72, 20]} />}
    </span>
    <span class="cr-m">
      {entry.cameBack ? "came back" : STATES[entry.state]}
      {entry.owner && `, ${entry.owner.name}`}
      {entry.stale && ", stale"}
    </span>
  </DeskRow>
);

/** What there is of it, in numbers. */
function sayParts({ parts, score }: ArticleEntry): string {
  const said = [
    parts.votes.hits > 0 && `${parts.votes.hits} No of ${parts.votes.of}`,
    parts.steps.hits > 0 && sayCount(parts.steps.hits, "failed step", "failed steps"),
    parts.answers > 0 && sayCount(parts.answers, "bad answer", "bad answers"),
    parts.cases > 0 && sayCount(parts.cases, "case", "cases"),
  ].filter(Boolean);
  return said.length > 0 ? said.join(", ") : sayCount(score.readers, "reader", "readers");
}
