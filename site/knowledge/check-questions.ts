import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Mistake } from "#content/mistakes.ts";
import { nearest } from "#content/nearest.ts";
import { targetsOf, TOP, type QuestionSource } from "#content/questions.ts";

/** Questions that name an article that is not there: what can be said before anything is built. */
export function checkQuestionArticles({ file, questions }: QuestionSource, known: Set<string>): Mistake[] {
  return questions.flatMap((question) =>
    targetsOf(question).flatMap(({ article }) => {
      if (known.has(article)) return [];
      const near = nearest(article, known);
      const todo = near ? `the nearest is "${near}"` : "write it, or take the question out";
      return [{ file, line: question.line, message: `there is no article "${article}": ${todo}` }];
    }),
  );
}

/** Questions that name a section that is not there. `articles`: of the hub's first language, as they were built. */
export function checkQuestionSections(source: QuestionSource, articles: KnowledgeArticle[]): Mistake[] {
  return findLostSections(source, new Map(articles.map((article) => [article.id, anchorsOf(article)])));
}

/** `anchors`: of each article that is there, by its id. */
export function findLostSections({ file, questions }: QuestionSource, anchors: Map<string, Set<string>>): Mistake[] {
  return questions.flatMap((question) =>
    targetsOf(question).flatMap(({ article, anchor }) => {
      const known = anchors.get(article);
      if (!known || anchor === null || known.has(anchor)) return [];
      const near = nearest(anchor, known);
      const todo = near ? `the nearest is "#${near}"` : `it has #${[...known].join(", #")}`;
      return [{ file, line: question.line, message: `"${article}" has no text under "#${anchor}": ${todo}` }];
    }),
  );
}

/** Steps and troubleshooting blocks have anchors too. */
const anchorsOf = ({ sections }: KnowledgeArticle) =>
  new Set(
    sections.flatMap(({ id, blocks }) => [id || TOP, ...blocks.flatMap((block) => ("id" in block ? block.id : []))]),
  );
