import { createHash } from "node:crypto";
import type { Knowledge } from "#content/knowledge.ts";

/** Names what all articles and the glossary say: the same for every build that says the same. 16 hex digits. */
export function nameKnowledge({ articles, glossary }: Knowledge): string {
  const said = articles
    .map(({ id, contentHash, url }) => `${id} ${contentHash}${/^\/(?:articles|learn)\//.test(url) ? "" : ` ${url}`}`)
    .toSorted();
  return createHash("sha256")
    .update(JSON.stringify([said, glossary]))
    .digest("hex")
    .slice(0, 16);
}
