import { z } from "zod";
import { ArticleId, IntegrationId } from "#content/schema.ts";

/** `GET /api/search` */
export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  topic: z.string().max(80).optional(),
  integration: IntegrationId.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

const SearchSection = z.object({
  id: z.string(),
  heading: z.string(),
  url: z.string(),
  /** Plain text; matches stand between \u0002 and \u0003. */ excerpt: z.string(),
});
export const SearchHit = z.object({
  articleId: ArticleId,
  title: z.string(),
  /** Of its text: another than the page's where nobody has translated it. */ language: z.string(),
  url: z.string(),
  topic: z.string(),
  topicTitle: z.string(),
  excerpt: z.string(),
  sections: z.array(SearchSection),
});
export type SearchHit = z.infer<typeof SearchHit>;

/**
 * `corrected` is what was searched when a word was unknown and a near one was not. `nearest`, where there are no hits: what
 * has the words without the filters, and without what stood in quotation marks being one phrase.
 */
export const SearchResults = z.object({
  query: z.string(),
  corrected: z.string().nullable(),
  hits: z.array(SearchHit),
  nearest: z.array(SearchHit),
});
export type SearchResults = z.infer<typeof SearchResults>;

/** `POST /api/searches`: a search that found nothing (or too little) becomes a gap. */
export const SearchRecordInput = z.object({
  q: z.string().trim().min(1).max(200),
  results: z.number().int().min(0).max(1000),
});
export type SearchRecordInput = z.infer<typeof SearchRecordInput>;
