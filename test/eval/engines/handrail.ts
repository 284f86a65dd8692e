import { createKnowledge, type KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { toKnowledge } from "../support/set-knowledge.ts";
import type { EvalDoc } from "../support/sets.ts";
import type { Engine } from "./engine.ts";

/** The hub's own search, as it is shipped. */
export function openHandrail(docs: EvalDoc[]): Engine & { knowledge: KnowledgeIndex } {
  const knowledge = createKnowledge(toKnowledge(docs));
  return {
    knowledge,
    rank: (query) => rankArticles(knowledge, query),
    close: () => {},
  };
}

function rankArticles(knowledge: KnowledgeIndex, query: string): string[] {
  const { passages } = knowledge.search(query, { exactQuotes: false, limit: Infinity });
  return [...new Set(passages.map(({ passage }) => passage.article.id))].slice(0, 10);
}
