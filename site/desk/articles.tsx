import { useEffect } from "preact/hooks";
import type { ArticleVotesList } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { ArticleLink } from "./article-link.tsx";
import { listArticleVotes } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";

const votes = loaded(listArticleVotes);
type Votes = ArticleVotesList["articles"][number];

const REASONS: Record<string, string> = {
  accurate: "accurate",
  solved: "solved it",
  easy: "easy to follow",
  not_accurate: "not accurate",
  missing: "something is missing",
  hard_to_follow: "hard to follow",
  out_of_date: "out of date",
  not_my_problem: "not my problem",
};

export function Articles() {
  useEffect(() => void votes.reload(), []);
  const { value, problem, loading } = votes.state.value;
  return (
    <section class="weak">
      <h1>Articles by votes</h1>
      <p class="lede">Who was let down, and by which article. Most “No” first.</p>
      {problem && <Notice>{problem.message}</Notice>}
      {!value && loading && <p>Counting the votes.</p>}
      {value?.articles.length === 0 && <p>No article has a vote or a failed step yet.</p>}
      {value && value.articles.length > 0 && (
        <table class="wt">
          <thead>
            <tr>
              <th scope="col">Article</th>
              <th scope="col">No</th>
              <th scope="col">Yes</th>
              <th scope="col">Views</th>
              <th scope="col">Steps that failed</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {value.articles.map((article) => (
              <ArticleRow key={article.articleId} article={article} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ArticleRow({ article }: { article: Votes }) {
  return (
    <tr>
      <th scope="row">
        <ArticleLink id={article.articleId} article={article.article} />
      </th>
      <td class="sc" data-unit="No">
        <b>{article.no}</b>
      </td>
      <td data-unit="Yes">{article.yes}</td>
      <td data-unit="views">{article.views}</td>
      <td data-unit="failed steps">{article.stepsFailed}</td>
      <td class="evd">
        {article.reasons.map(({ reason, count }) => `${count} × ${REASONS[reason] ?? reason}`).join(", ")}
        {article.comments.length > 0 && <Comments comments={article.comments} />}
      </td>
    </tr>
  );
}

const Comments = ({ comments }: Pick<Votes, "comments">) => (
  <details class="peek">
    <summary>{comments.length === 1 ? "One comment" : `${comments.length} comments`}</summary>
    <ul class="plain">
      {comments.map(({ answered, comment, at }) => (
        <li key={`${at} ${comment}`}>
          <span class="as-typed">{comment}</span>{" "}
          <span class="small">
            {answered ? "Yes" : "No"}, {sayWhen(at)}
          </span>
        </li>
      ))}
    </ul>
  </details>
);
