import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { PARTS_FOLDER } from "#content/article-path.ts";
import type { Mistake } from "#content/mistakes.ts";
import { checkPart } from "./check-part.ts";

/** A passage that articles share: `parts/<name>.mdx`, in another language `parts/<name>.<language>.mdx`. */
export type Part = {
  name: string;
  language: string;
  /** As mistakes name it. */
  file: string;
  text: string;
  /** What is wrong with it wherever it stands: then it is put nowhere. */
  mistakes: Mistake[];
};

export const PART_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.mdx$/;

/** Those of a content folder. `standard`: the language of files that name none. */
export const readParts = (dir: string, standard: string): Part[] =>
  globSync(`${PARTS_FOLDER}/*.mdx`, { cwd: dir })
    .toSorted()
    .flatMap((name) => {
      const file = path.relative(process.cwd(), path.join(dir, name));
      return toPart(path.basename(name), { file, text: readFileSync(path.join(dir, name), "utf8") }, standard) ?? [];
    });

/** Null when the file is not called as one is. */
export function toPart(fileName: string, source: { file: string; text: string }, standard: string): Part | null {
  const [, name, language = standard] = PART_FILE.exec(fileName) ?? [];
  return name ? { name, language, ...source, mistakes: checkPart(source) } : null;
}

/** The part as an article of a language has it: for want of that, in the hub's first language, else in any. */
export function findPart(parts: Part[], name: string, language: string, standard: string): Part | undefined {
  const versions = parts.filter((part) => part.name === name);
  const inLanguage = (wanted: string) => versions.find((version) => version.language === wanted);
  return inLanguage(language) ?? inLanguage(standard) ?? versions[0];
}
