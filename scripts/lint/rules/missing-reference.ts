import { TOP } from "#content/questions.ts";
import { checkOffers, checkQuestionArticles, findLostSections } from "#site/knowledge/check-questions.ts";
import { checkDrawings, checkRelated, checkRelatedBlocks, publishedIds } from "#site/knowledge/check-sources.ts";
import type { LintContent, LintedArticle } from "../read-content.ts";
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
      ...checkOffered(content, article),
    ]);
    return [...inArticles, ...checkQuestions(content, known)];
  },
};

/** Articles and sections that the writers' own questions name. */
function checkQuestions({ hub, sources, articles }: LintContent, known: Set<string>): Problem[] {
  const named = articles.filter(({ id, language }) => language === hub.languages[0] && known.has(id));
  // one that cannot be read is told elsewhere
  const anchors = new Map(named.flatMap(({ id, doc }) => (doc ? [[id, new Set([TOP, ...doc.anchors])] as const] : [])));
  return [...checkQuestionArticles(sources.questions, known), ...findLostSections(sources.questions, anchors)];
}

/** A translation has the anchors of its original once it is built. */
function checkOffered({ hub, articles }: LintContent, article: LintedArticle): Problem[] {
  const original = articles.find(({ id, language }) => id === article.id && language === hub.languages[0]);
  const docs = [article.doc, original?.doc].filter((doc) => doc != null);
  return article.doc ? checkOffers(article, new Set([TOP, ...docs.flatMap(({ anchors }) => [...anchors])])) : [];
}
