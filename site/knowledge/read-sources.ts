import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArticlePath } from "#content/article-path.ts";
import type { Mistake } from "#content/mistakes.ts";
import { readQuestions, type QuestionSource } from "#content/questions.ts";
import { readRedirects, type RedirectSource } from "#content/redirects.ts";
import { readYaml, readYamlOnce, type ReadYaml } from "#content/read-yaml.ts";
import { Frontmatter, Glossary } from "#content/schema.ts";
import { splitArticle } from "#content/split-article.ts";

/** An MDX file as its writer left it. */
export type ArticleSource = {
  id: string;
  language: string;
  /** As mistakes name it. */
  file: string;
  text: string;
  /** Null when it has mistakes. */
  frontmatter: Frontmatter | null;
  lineOf: ReadYaml<Frontmatter>["lineOf"];
};

export type ArticleText = Pick<ArticleSource, "file" | "text">;

/** An article as built pages are held against it. */
export type WrittenArticle = Omit<ArticleSource, "lineOf">;

export type ContentSources = {
  dir: string;
  articles: ArticleSource[];
  glossary: Glossary;
  questions: QuestionSource;
  redirects: RedirectSource;
  /** Of YAML; hub.yaml has been checked before, when the settings were read. */
  mistakes: Mistake[];
};

/** Reads every article's frontmatter, the glossary, the questions and the redirects in `dir`, and collects what is wrong with them. */
export function readSources(dir: string, standard = "en"): ContentSources {
  const mistakes: Mistake[] = [];
  const articles = globSync(["articles/*/*.mdx", "learn/*.mdx"], { cwd: dir })
    .toSorted()
    .map((name) => {
      const { article, mistakes: wrong } = readArticleSource(dir, name, standard);
      mistakes.push(...wrong);
      return article;
    });
  const glossary = readGlossary(dir);
  const questions = readQuestions(dir);
  const redirects = readRedirects(dir);
  mistakes.push(...glossary.mistakes, ...questions.mistakes, ...redirects.mistakes);
  return { dir, articles, glossary: glossary.data ?? [], questions, redirects, mistakes };
}

function readArticleSource(
  dir: string,
  name: string,
  standard: string,
): { article: ArticleSource; mistakes: Mistake[] } {
  const file = path.relative(process.cwd(), path.join(dir, name));
  const text = readFileSync(path.join(dir, name), "utf8");
  const { id, language } = parseArticlePath(name.replace(/^articles\//, ""), standard);
  const { head } = splitArticle(text);
  if (head === null) {
    const message = "it begins with no lines between --- and ---, that say title, summary, updated and sources";
    const article = { id, language, file, text, frontmatter: null, lineOf: () => 1 };
    return { article, mistakes: [{ file, line: 1, message }] };
  }
  const read = () => readYaml({ file, text: head, firstLine: 2 }, Frontmatter);
  const { data, mistakes } = read();
  // read again where a mistake is to be placed: the documents of thousands of articles take more room than all else of them
  const lineOf = (field: PropertyKey[]) => read().lineOf(field);
  return { article: { id, language, file, text, frontmatter: data, lineOf }, mistakes };
}

export function readGlossary(dir: string): { data: Glossary | null; mistakes: Mistake[] } {
  const name = path.join(dir, "glossary.yaml");
  if (!existsSync(name)) return { data: [], mistakes: [] };
  return readYamlOnce({ file: path.relative(process.cwd(), name), text: readFileSync(name, "utf8") }, Glossary);
}

/** Whether anything but drafts stands in learn/. */
export const hasLearn = (dir: string): boolean =>
  globSync("learn/*.mdx", { cwd: dir }).some((name) => !readArticleSource(dir, name, "en").article.frontmatter?.draft);
