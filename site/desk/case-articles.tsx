import type { ArticleMark, CaseContext } from "#server/features/desk/case-content.schema.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { ArticleLink } from "./article-link.tsx";
import { mark, Suggested } from "./case-suggested.tsx";
import { FindArticle } from "./find-article.tsx";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";

type Props = { shown: CaseDetail; context: CaseContext };

const SAYS = {
  answered: "These answer it. What was missing, or not found?",
  partial: "These answer a part of it.",
  unanswered: "No article answers it; these are nearest.",
};

/** Articles that should have answered the case, and those it counts against. */
export const CaseArticles = ({ shown, context }: Props) => (
  <section aria-labelledby="arts-h">
    <h3 id="arts-h">Articles</h3>
    <p class="small">{context.suggested.length === 0 ? "No article has a word of it." : SAYS[context.verdict]}</p>
    <ul class="plain beside">
      {context.suggested.map((article) => (
        <Suggested key={article.articleId} article={article} shown={shown} marks={context.marks} />
      ))}
    </ul>
    <FindArticle shown={shown} marks={context.marks} />
    {context.marks.length > 0 && <Marks shown={shown} marks={context.marks} />}
  </section>
);

const HOW = { answered_with: "Answered with", should_have: "Should have answered it" };

const Marks = ({ shown, marks }: { shown: CaseDetail; marks: ArticleMark[] }) => (
  <>
    <h4>Counted</h4>
    <ul class="plain beside">
      {marks.map((each) => (
        <Mark key={`${each.how} ${each.articleId}`} caseId={shown.id} each={each} />
      ))}
    </ul>
  </>
);

function Mark({ caseId, each }: { caseId: string; each: ArticleMark }) {
  const { busy, problem, run } = useAction();
  const { articleId, how, article } = each;
  return (
    <li>
      {HOW[how]}: <ArticleLink id={articleId} article={article} />{" "}
      <button
        class="text-btn"
        type="button"
        {...whileBusy(busy.value)}
        aria-label={`Undo: ${HOW[how]} ${article?.title ?? articleId}`}
        onClick={() => void run(() => mark(caseId, { articleId, how, on: false }))}
      >
        Undo
      </button>
      {problem.value && <Notice>{problem.value}</Notice>}
    </li>
  );
}
