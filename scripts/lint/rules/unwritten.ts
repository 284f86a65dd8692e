import { checkEmpty } from "#site/knowledge/check-sources.ts";
import { template } from "../../writing/new-article.ts";
import type { LintedArticle } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

/** What `npm run content:new` asks its writer for. Shorter lines may be anybody's. */
const ASKED = new Set(
  [true, false]
    .flatMap((learn) => template({ title: "", learn, day: "" }).split("\n"))
    .map((line) => line.trim())
    .filter(({ length }) => length > 20),
);

export const unwritten: Rule = {
  name: "unwritten",
  level: "error",
  todo: "Write it, or make a draft of the article again: draft: true.",
  find: ({ articles }) => articles.flatMap((article) => [...checkEmpty(article), ...findAsked(article)]),
};

/** Published with what stood there to be written over; said once for all of it. */
function findAsked({ file, text, frontmatter }: LintedArticle): Problem[] {
  if (frontmatter?.draft !== false) return [];
  const lines = text.split("\n").flatMap((line, index) => (ASKED.has(line.trim()) ? [index + 1] : []));
  const [line, ...others] = lines;
  if (line === undefined) return [];
  const more = others.length > 0 ? `, and so do lines ${others.join(", ")}` : "";
  return [{ file, line, message: `this stands as content:new wrote it${more}` }];
}
