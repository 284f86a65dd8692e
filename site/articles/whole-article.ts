import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArticlePath } from "#content/article-path.ts";
import { contentDir } from "#site/content-dir.ts";
import { putParts, type Whole } from "#site/knowledge/parts/put-parts.ts";
import { readParts } from "#site/knowledge/parts/read-parts.ts";
import { hub } from "#site/settings.ts";

export type WholeArticle = Whole & { file: string };

type Options = {
  /** Of the file, or of what is in it. */
  text?: string | undefined;
  /** Without: its lines can be told as places. */
  forPage?: boolean;
};

/** An article's file as its page is made of it, with the parts as they are now. */
export function wholeArticle(filePath: string, options: Options = {}): WholeArticle {
  const { text = readFileSync(filePath, "utf8"), forPage = true } = options;
  const file = path.relative(process.cwd(), filePath);
  const [standard = "en"] = hub.languages;
  const { language } = parseArticlePath(path.basename(filePath), standard);
  const parts = usesParts(text) ? readParts(contentDir, standard) : [];
  return { file, ...putParts({ file, text, language }, { parts, standard }, { forPage }) };
}

export const usesParts = (text: string): boolean => text.includes("<Part");

/** Changes with every part. */
export const allParts = (): string => JSON.stringify(readParts(contentDir, "").map(({ file, text }) => [file, text]));
