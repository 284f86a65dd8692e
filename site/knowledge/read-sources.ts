import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArticlePath } from "#content/article-path.ts";
import type { Mistake } from "#content/mistakes.ts";
import { readQuestions, type QuestionSource } from "#content/questions.ts";
import { readRedirects, type RedirectSource } from "#content/redirects.ts";
import { readYaml, readYamlOnce, type ReadYaml } from "#content/read-yaml.ts";
import { Frontmatter, Glossary } from "#content/schema.ts";
import { splitArticle } from "#content/split-article.ts";
import type { Piece } from "./parts/places.ts";
import { putParts, type PartBook } from "./parts/put-parts.ts";
import { readParts, type Part } from "./parts/read-parts.ts";

/** An article as its writer left it. */
export type ArticleSource = {
  id: string;
  language: string;
  /** As mistakes name it. */
  file: string;
  /** With the parts that it uses; what is found in it is told where `atPlaces` says. */
  text: string;
  pieces: Piece[];
  /** Of the parts that it uses. */
  parts: Part[];
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
  parts: Part[];
  glossary: Glossary;
  questions: QuestionSource;
  redirects: RedirectSource;
  /** Of YAML and of parts; hub.yaml has been checked before, when the settings were read. */
  mistakes: Mistake[];
};

/** Reads every article's frontmatter, the glossary, the questions and the redirects in `dir`, and collects what is wrong with them. */
export function readSources(dir: string, standard = "en"): ContentSources {
  const mistakes: Mistake[] = [];
  const parts = readParts(dir, standard);
  const articles = globSync(["articles/*/*.mdx", "learn/*.mdx"], { cwd: dir })
    .toSorted()
    .map((name) => {
      const { article, mistakes: wrong } = readArticleSource(dir, name, { parts, standard });
      mistakes.push(...wrong);
      return article;
    });
  const glossary = readGlossary(dir);
  const questions = readQuestions(dir);
  const redirects = readRedirects(dir);
  const wrongParts = parts.flatMap((part) => part.mistakes);
  mistakes.push(...wrongParts, ...glossary.mistakes, ...questions.mistakes, ...redirects.mistakes);
  return { dir, articles, parts, glossary: glossary.data ?? [], questions, redirects, mistakes };
}

/** `name`: within `dir`. */
export function readArticleSource(
  dir: string,
  name: string,
  book: PartBook,
): { article: ArticleSource; mistakes: Mistake[] } {
  const file = path.relative(process.cwd(), path.join(dir, name));
  const { id, language } = parseArticlePath(name.replace(/^articles\//, ""), book.standard);
  const written = { file, language, text: readFileSync(path.join(dir, name), "utf8") };
  const { text, pieces, used: parts, mistakes: misused } = putParts(written, book);
  const { data, mistakes } = readFrontmatter({ file, text });
  // read again where a mistake is to be placed: the documents of thousands of articles take more room than all else of them
  const lineOf = (field: PropertyKey[]) => readFrontmatter({ file, text }).lineOf(field);
  const article = { id, language, file, text, pieces, parts, frontmatter: data, lineOf };
  return { article, mistakes: [...mistakes, ...misused] };
}

/** What stands above an article's text. */
export function readFrontmatter({ file, text }: ArticleText): ReadYaml<Frontmatter> {
  const { head } = splitArticle(text);
  if (head !== null) return readYaml({ file, text: head, firstLine: 2 }, Frontmatter);
  const message = "it begins with no lines between --- and ---, that say title, summary, updated and sources";
  return { data: null, mistakes: [{ file, line: 1, message }], lineOf: () => 1 };
}

export function readGlossary(dir: string): { data: Glossary | null; mistakes: Mistake[] } {
  const name = path.join(dir, "glossary.yaml");
  if (!existsSync(name)) return { data: [], mistakes: [] };
  return readYamlOnce({ file: path.relative(process.cwd(), name), text: readFileSync(name, "utf8") }, Glossary);
}

/** Whether anything but drafts stands in learn/. */
export function hasLearn(dir: string): boolean {
  const book = { parts: [], standard: "en" };
  return globSync("learn/*.mdx", { cwd: dir }).some(
    (name) => !readArticleSource(dir, name, book).article.frontmatter?.draft,
  );
}
