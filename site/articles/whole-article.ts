import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArticlePath } from "#content/article-path.ts";
import { contentDir } from "#site/content-dir.ts";
import { putParts, type Whole } from "#site/knowledge/parts/put-parts.ts";
import { readParts, type Part } from "#site/knowledge/parts/read-parts.ts";
import { hub } from "#site/settings.ts";

/** An article's file, or what is said to be in it, as its page is made of it: with the parts as they are now. */
export function wholeArticle(filePath: string, text = readFileSync(filePath, "utf8")): Whole {
  const file = path.relative(process.cwd(), filePath);
  const { language } = parseArticlePath(path.basename(filePath), standard);
  const parts = usesParts(text) ? openParts() : [];
  return putParts({ file, text, language }, { parts, standard }, { forPage: true });
}

export const usesParts = (text: string): boolean => text.includes("<Part");

/** Changes with every part. */
export const allParts = (): string => JSON.stringify(openParts().map(({ file, text }) => [file, text]));

const [standard = "en"] = hub.languages;
let opened: Part[] | undefined;

/** A build reads them once, however many articles have some; while pages are developed, each may have changed. */
function openParts(): Part[] {
  const parts = opened ?? readParts(contentDir, standard);
  if (process.env.NODE_ENV === "production") opened = parts;
  return parts;
}
