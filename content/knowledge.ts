/**
 * knowledge.json: what search and Ask AI know. Written by site/knowledge from the *built* pages,
 * read by server/knowledge. Text is plain text, white space collapsed, word for word as a reader sees it
 * (where only layout parts a tab's label or a list's items, a sign stands for it; each block of a tab begins with its label).
 */
import { z } from "zod";
import { ArticleId, ArticleKind, Glossary, IntegrationId } from "./schema.ts";

/** A paragraph, list item, table row, callout or block of code. */
const ProseBlock = z.object({
  type: z.literal("prose"),
  text: z.string(),
  /** True for an item of a list. */
  item: z.literal(true).optional(),
  /** Of code: its lines as they stand. "" for the title above one. */
  code: z.string().optional(),
});
const StepBlock = z.object({
  type: z.literal("step"),
  /** Anchor of the step within its page. */
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  text: z.string(),
  /** Where it has code or tabs: its words, the lines of each block of code, and of a tab what it is called, in their order. */
  parts: z
    .array(z.object({ text: z.string(), code: z.literal(true).optional(), tab: z.string().optional() }))
    .optional(),
  expect: z.string().optional(),
});
const TroubleshootBlock = z.object({
  type: z.literal("troubleshoot"),
  id: z.string(),
  symptom: z.string(),
  cause: z.string(),
  fix: z.string(),
  verify: z.string(),
});
export const KnowledgeBlock = z.discriminatedUnion("type", [ProseBlock, StepBlock, TroubleshootBlock]);
export type KnowledgeBlock = z.infer<typeof KnowledgeBlock>;

export const KnowledgeSection = z.object({
  /** Anchor in the page; "" for what stands before the first heading. */
  id: z.string(),
  heading: z.string(),
  /** Headings from the article's title down to this one, this one included. */
  path: z.array(z.string()),
  kind: z.enum(["prose", "steps", "troubleshooting"]),
  blocks: z.array(KnowledgeBlock),
});
export type KnowledgeSection = z.infer<typeof KnowledgeSection>;

export const KnowledgeArticle = z.object({
  id: ArticleId,
  /** Path within the hub, with a slash at both ends. */
  url: z.string(),
  title: z.string(),
  /** What it is called where there is little room. */
  short: z.string().optional(),
  summary: z.string(),
  kind: ArticleKind,
  topic: z.string(),
  topicTitle: z.string(),
  integrations: z.array(IntegrationId),
  keywords: z.array(z.string()),
  language: z.string(),
  /** ISO date. */
  updated: z.string(),
  /** ISO date on which somebody last tried its steps; absent: never. */
  verified: z.string().optional(),
  minutes: z.number().int(),
  /** sha256 of the article's text in all its languages, first 16 hex digits; names a version of the article. */
  contentHash: z.string(),
  sections: z.array(KnowledgeSection),
  /** Files within the content, beside its own, that its text is written in. */
  parts: z.array(z.string()).optional(),
  /** Questions that it offers, and the anchor of the section, step or troubleshooting that answers each. */
  offers: z.array(z.object({ ask: z.string(), section: z.string() })).optional(),
});
export type KnowledgeArticle = z.infer<typeof KnowledgeArticle>;

export const Knowledge = z.object({
  version: z.literal(1),
  glossary: Glossary,
  /** Each once, in the default language where it has that. */
  articles: z.array(KnowledgeArticle),
  /** Their versions in other languages, under the same ids. */
  translations: z.array(KnowledgeArticle).optional(),
});
export type Knowledge = z.infer<typeof Knowledge>;
