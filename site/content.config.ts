import { defineCollection } from "astro:content";
import { Frontmatter } from "#content/schema.ts";
import { articleFiles } from "./articles/article-files.ts";
import { contentDir } from "./content-dir.ts";

/** The file's path is the id: renaming a file is what changes an address. */
const idFromPath = ({ entry }: { entry: string }) => entry.replace(/\.mdx$/, "");

const articles = defineCollection({
  loader: articleFiles({ base: `${contentDir}/articles`, pattern: "*/*.mdx", generateId: idFromPath }),
  schema: Frontmatter,
});
const learn = defineCollection({
  loader: articleFiles({ base: contentDir, pattern: "learn/*.mdx", generateId: idFromPath }),
  schema: Frontmatter,
});

export const collections = { articles, learn };
