import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Mistake } from "#content/mistakes.ts";
import { readTarget, TOP, type QuestionSource } from "#content/questions.ts";

/** Questions that name an article or a section that is not there. */
export function checkQuestions({ file, questions }: QuestionSource, articles: KnowledgeArticle[]): Mistake[] {
  const anchors = new Map(articles.map((article) => [article.id, anchorsOf(article)]));
  return questions.flatMap(({ answer, page, line }) => {
    const targets = [...answer.map(readTarget), page ? { article: page, anchor: null } : null];
    return targets.flatMap((target) => {
      if (!target) return [];
      const known = anchors.get(target.article);
      if (!known) return [{ file, line, message: `there is no article "${target.article}"` }];
      if (target.anchor === null || known.has(target.anchor)) return [];
      return [{ file, line, message: `"${target.article}" has no text under "#${target.anchor}"` }];
    });
  });
}

/** Steps and troubleshooting blocks have anchors too. */
const anchorsOf = ({ sections }: KnowledgeArticle) =>
  new Set(
    sections.flatMap(({ id, blocks }) => [id || TOP, ...blocks.flatMap((block) => ("id" in block ? block.id : []))]),
  );
