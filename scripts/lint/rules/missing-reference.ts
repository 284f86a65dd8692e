import { readTarget, TOP } from "#content/questions.ts";
import { checkDrawings, checkRelated, checkRelatedBlocks, publishedIds } from "#site/knowledge/check-sources.ts";
import type { LintContent } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

export const missingReference: Rule = {
  name: "missing-reference",
  level: "error",
  todo: "Mend the name, or take it out.",
  find(content) {
    const known = publishedIds(content.sources);
    const inArticles = content.articles.flatMap((article) => [
      ...checkRelated(article, known),
      ...checkRelatedBlocks(article, known),
      ...checkDrawings(article, content.contentDir),
    ]);
    return [...inArticles, ...checkQuestions(content, known)];
  },
};

/** Articles and sections that the writers' own questions name. */
function checkQuestions({ hub, sources, articles }: LintContent, known: Set<string>): Problem[] {
  const named = articles.filter(({ language }) => language === hub.languages[0]);
  const anchors = new Map(named.map(({ id, doc }) => [id, doc?.anchors]));
  const { file, questions } = sources.questions;
  return questions.flatMap(({ answer, page, line }) =>
    [...answer.map(readTarget), page ? { article: page, anchor: null } : null].flatMap((target) => {
      if (!target) return [];
      const { article, anchor } = target;
      if (!known.has(article)) return [{ file, line, message: `there is no article "${article}"` }];
      if (anchor === null || anchor === TOP || (anchors.get(article)?.has(anchor) ?? true)) return [];
      return [{ file, line, message: `"${article}" has no section "#${anchor}"` }];
    }),
  );
}
