import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Source } from "./ask.schema.ts";
import { decide, type Verdict } from "./decide.ts";
import { retrieve } from "./retrieve.ts";
import { sourceOf } from "./sources.ts";

type Asked = { question: string; articleId?: string | undefined; integrationNames: string[] };

/** The best section of each of the articles nearest to a text, and whether they answer it. Nothing is asked of a model. */
export function findSources(
  knowledge: KnowledgeIndex,
  asked: Asked,
  atMost: number,
): { verdict: Verdict; sources: Source[] } {
  const { question, found } = retrieve(knowledge, { ...asked, turns: [] });
  const { verdict } = decide(question, found, knowledge.passages.length);
  const byArticle = new Map<string, Source>();
  for (const { passage } of found.passages)
    if (!byArticle.has(passage.article.id)) byArticle.set(passage.article.id, sourceOf(passage, byArticle.size + 1));
  return { verdict, sources: [...byArticle.values()].slice(0, atMost) };
}
