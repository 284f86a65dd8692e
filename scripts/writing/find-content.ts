import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { articleFile } from "#content/article-path.ts";

export const fileOf = (contentDir: string, id: string): string => path.join(contentDir, articleFile(id));

/** The file of an article, named as `<topic>/<slug>`, or as `<slug>` where only one has it. @throws Error in words. */
export function findArticleFile(contentDir: string, name: string): string {
  const asked = name.replace(/\.mdx$/, "").replace(/^articles\//, "");
  if (asked.includes("/")) {
    const file = fileOf(contentDir, asked);
    if (existsSync(file)) return file;
    throw new Error(`There is no article "${asked}": ${path.relative(process.cwd(), file)} is not there.`);
  }
  const ids = globSync(["articles/*/*.mdx", "learn/*.mdx"], { cwd: contentDir })
    .map((file) => file.replace(/^articles\//, "").replace(/\.mdx$/, ""))
    .filter((id) => id.split("/")[1] === asked)
    .toSorted();
  const [id] = ids;
  if (!id) throw new Error(`There is no article "${asked}": name it as <topic>/<slug>.`);
  if (ids.length > 1) throw new Error(`"${asked}" may be ${ids.join(" or ")}: say which.`);
  return fileOf(contentDir, id);
}
