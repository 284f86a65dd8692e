import type { gaps } from "#db/schema/gaps.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { GapSummary } from "./gaps.schema.ts";

type Row = typeof gaps.$inferSelect;

export function toGapSummary(row: Row, articles: KnowledgeIndex["articles"]): GapSummary {
  const { id, title, state, questions, searches, lastAt, integration, topic, closedAt, closedArticle, version } = row;
  const article = articles.get(closedArticle ?? "");
  const by = article ? { title: article.title, url: article.url } : null;
  const closed = closedAt && { at: closedAt.toISOString(), article: by };
  return { id, title, state, questions, searches, lastAt: lastAt.toISOString(), integration, topic, closed, version };
}
