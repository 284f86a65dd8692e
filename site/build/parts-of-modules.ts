import path from "node:path";
import type { Plugin } from "vite";
import { usesParts, wholeArticle } from "#site/articles/whole-article.ts";
import { contentDir } from "#site/content-dir.ts";

/** Articles that are modules have parts too: before they are read as MDX. */
export const partsOfModules = (): Plugin => ({
  name: "handrail:parts-of-modules",
  enforce: "pre",
  transform: {
    filter: { id: /\.mdx$/ },
    handler: (text, id) =>
      usesParts(text) && id.startsWith(contentDir + path.sep) ? { code: wholeArticle(id, text).text, map: null } : null,
  },
});
