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
    const anchors = readAnchors(content);
    const inArticles = content.articles.flatMap((article) => [
      ...checkRelated(article, known),
      ...checkRelatedBlocks(article, known),
      ...checkDrawings(article, content.contentDir),
      ...checkOffered(article, anchors),
    ]);
    const { questions } = content.sources;
    // of an article that is not there, its sections are no matter
    const there = new Map([...anchors].filter(([id]) => known.has(id)));
    const inQuestions = [...checkQuestionArticles(questions, known), ...findLostSections(questions, there)];
    return [...inArticles, ...inQuestions];
  },
};

/** Of articles in the hub's first language, by their ids. One that cannot be read is told elsewhere. */
function readAnchors({ hub, articles }: LintContent): Map<string, Set<string>> {
  const firsts = articles.filter(({ language }) => language === hub.languages[0]);
  return new Map(firsts.flatMap(({ id, doc }) => (doc ? [[id, new Set([TOP, ...doc.anchors])] as const] : [])));
}

/** A translation has the anchors of its original once it is built. */
function checkOffered(article: LintedArticle, anchors: Map<string, Set<string>>): Problem[] {
  return article.doc
    ? checkOffers(article, new Set([...(anchors.get(article.id) ?? [TOP]), ...article.doc.anchors]))
    : [];
}
