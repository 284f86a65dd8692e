import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Which version of each article a build has. */
const Versions = z.object({ articles: z.array(z.object({ id: z.string(), contentHash: z.string() })) });
export type Versions = z.infer<typeof Versions>;

/** What became of an article from one build to the next. */
export type Change = { article: string; what: "changed" | "new" | "gone" };

/** Null for a build of another time that says nothing of it. */
export function readVersions(buildDir: string): Versions | null {
  const text = readFileSync(path.join(buildDir, "knowledge.json"), "utf8");
  return Versions.safeParse(JSON.parse(text)).data ?? null;
}

/** Articles whose text differs. Nothing where one of the builds does not say. */
export function changedArticles(before: Versions | null, now: Versions | null): Change[] {
  if (!before || !now) return [];
  const old = new Map(before.articles.map(({ id, contentHash }) => [id, contentHash]));
  const kept = new Set(now.articles.map(({ id }) => id));
  const differing = now.articles.filter(({ id, contentHash }) => old.get(id) !== contentHash);
  return [
    ...differing.map(({ id }): Change => ({ article: id, what: old.has(id) ? "changed" : "new" })),
    ...[...old.keys()].filter((id) => !kept.has(id)).map((id): Change => ({ article: id, what: "gone" })),
  ];
}
