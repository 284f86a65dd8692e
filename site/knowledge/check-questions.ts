import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Mistake } from "#content/mistakes.ts";
import { nearest } from "#content/nearest.ts";
import type { WrittenArticle } from "./read-sources.ts";
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
      const message = `"${article}" has no text under "#${anchor}": ${sayOthers(anchor, known, "#")}`;
      return [{ file, line: question.line, message }];
    }),
  );
}

/** Questions that an article offers with a section that it has not. `anchors`: of the article, in its language. */
export function checkOffers({ file, text, frontmatter }: WrittenArticle, anchors: Set<string>): Mistake[] {
  return (frontmatter?.questions ?? []).flatMap(({ section }) => {
    if (section === null || anchors.has(section)) return [];
    const line = text.slice(0, text.search(/^questions:/m)).split("\n").length;
    return [
      { file, line, message: `questions: the article has no text under "${section}": ${sayOthers(section, anchors)}` },
    ];
  });
}

/** The same of articles as they were built. */
export function checkBuiltOffers(written: WrittenArticle[], built: KnowledgeArticle[]): Mistake[] {
  const nameOf = ({ id, language }: { id: string; language: string }) => `${language} ${id}`;
  const anchors = new Map(built.map((article) => [nameOf(article), anchorsOf(article)]));
  return written.flatMap((article) => {
    const known = anchors.get(nameOf(article));
    return known ? checkOffers(article, known) : [];
  });
}

/** What may have been meant in place of an anchor that is not there. `sign`: what stands before one. */
function sayOthers(anchor: string, known: Set<string>, sign = ""): string {
  const near = nearest(anchor, known);
  return near ? `the nearest is "${sign}${near}"` : `it has ${[...known].map((each) => sign + each).join(", ")}`;
}

/** Steps and troubleshooting blocks have anchors too. */
const anchorsOf = ({ sections }: KnowledgeArticle) =>
  new Set(
    sections.flatMap(({ id, blocks }) => [id || TOP, ...blocks.flatMap((block) => ("id" in block ? block.id : []))]),
  );
