import type { ArticleMark, ArticleMarkInput, SuggestedArticle } from "#server/features/desk/case-content.schema.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { markArticle } from "./case-api.ts";
import { caseContext } from "./case-context.ts";
import { insertIntoReply } from "./insert-words.ts";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";
import { draftOf } from "./use-draft.ts";

type Props = { article: SuggestedArticle; shown: CaseDetail; marks: ArticleMark[] };

/** An article that may answer: into the reply with it, or counted against it. */
export function Suggested({ article, shown, marks }: Props) {
  const { busy, problem, run } = useAction();
  const draft = draftOf(shown.id, "reply");
  const linked = draft.kept.value.text.includes(article.link);
  const takeOut = () => draft.type(draft.kept.value.text.replace(article.link, "").trimEnd(), shown.messages.length);
  const counted = marks.some(({ articleId, how }) => articleId === article.articleId && how === "should_have");
  return (
    <li>
      <a href={article.url}>{article.title}</a>
      <span class="beside-acts">
        {linked ? (
          <>
            Its link is in your reply.{" "}
            <button class="text-btn" type="button" onClick={takeOut}>
              Take it out
            </button>
          </>
        ) : (
          <button class="text-btn" type="button" onClick={() => insertIntoReply(shown, article.link)}>
            Answer with this article
          </button>
        )}
        {!counted && (
          <button
            class="text-btn"
            type="button"
            {...whileBusy(busy.value)}
            onClick={() =>
              void run(() => mark(shown.id, { articleId: article.articleId, how: "should_have", on: true }))
            }
          >
            Should have answered it
          </button>
        )}
      </span>
      {problem.value && <Notice>{problem.value}</Notice>}
    </li>
  );
}

/** Counts a case against an article, or takes that back; what stands beside the case is read again. */
export const mark = (caseId: string, input: ArticleMarkInput): Promise<void> =>
  markArticle(caseId, input).finally(caseContext.reload);
