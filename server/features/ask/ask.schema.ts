import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import { ANSWER_MODES, ANSWER_REASONS, QUESTION_MAX, VERDICTS } from "./ask.values.ts";

export const AskInput = z.object({
  question: z.string().trim().min(2).max(QUESTION_MAX),
  /** The article that the reader has open. */
  articleId: ArticleId.optional(),
  /** Anchor of the section there that is being read. */
  section: z.string().max(200).optional(),
  /** The thread that a follow-up belongs to, as `sources` and `done` gave it. After 30 questions: 409 with the code `thread_full`. */
  thread: z.string().max(80).optional(),
});
export type AskInput = z.infer<typeof AskInput>;

export const Source = z.object({
  n: z.number().int(),
  articleId: ArticleId,
  /** Anchor within the page; "" for its beginning. */
  section: z.string(),
  /** Article title › section heading. */
  title: z.string(),
  /** Path with anchor, made by the server. */
  url: z.string(),
  /** Of its text. Answers from before it was noted have none. */
  language: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** A section to read. `excerpt`: what it says that comes nearest, 160 characters at most, plain text; "" for nothing. */
export const NearSource = Source.extend({ excerpt: z.string() });
export type NearSource = z.infer<typeof NearSource>;

/** SSE `sources`: what is being read, before the first sentence, and the thread: who stops reading can ask on in it. */
export type SourcesEvent = { sources: Source[]; thread: string };
/**
 * SSE `sentence`. In an extractive answer a step keeps its number in `text` ("1. Open the CRM tab. …"). With `code`, `text` is
 * a block of code, line by line.
 */
export const SentenceEvent = z.object({
  text: z.string(),
  citations: z.array(z.number().int()),
  code: z.literal(true).optional(),
});
export type SentenceEvent = z.infer<typeof SentenceEvent>;
/** SSE `done`. `nearest` names sections to read where the verdict is not `answered`. */
export const DoneEvent = z.object({
  answerId: z.string(),
  verdict: z.enum(VERDICTS),
  mode: z.enum(ANSWER_MODES),
  thread: z.string(),
  nearest: z.array(NearSource),
});
export type DoneEvent = z.infer<typeof DoneEvent>;

/** With `Accept: application/json`: everything in one object. */
export const Answer = DoneEvent.extend({ sources: z.array(Source), sentences: z.array(SentenceEvent) });
export type Answer = z.infer<typeof Answer>;

/** A sentence that a model wrote, and what the check made of it: sent, sent with another citation, or not sent. */
export const SentenceRecord = z.object({
  text: z.string(),
  citations: z.array(z.number().int()),
  result: z.enum(["supported", "moved", "withheld"]),
  /** Why it was withheld, and the figure, name or word that no source says. */
  reason: z.string().optional(),
  what: z.string().optional(),
});
export type SentenceRecord = z.infer<typeof SentenceRecord>;

/** Tokens that a model's answer took. */
export const Usage = z.object({ promptTokens: z.number().int(), completionTokens: z.number().int() });
export type Usage = z.infer<typeof Usage>;

/** What retrieval found: where, in which version of the article (`contentHash`), and how well it fits. `n`: cited by this number; null: only near. */
export const RecordedPassage = Source.extend({
  n: z.number().int().nullable(),
  contentHash: z.string(),
  score: z.number(),
});
export type RecordedPassage = z.infer<typeof RecordedPassage>;

/** An answer with what it was made from, for the desk. */
export const AnswerEvidence = z.object({
  /** The question that was looked for: a follow-up, made whole. Null in older answers. */
  lookedFor: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  mode: z.enum(ANSWER_MODES),
  sources: z.array(Source),
  sentences: z.array(SentenceEvent),
  passages: z.array(RecordedPassage),
  /** How likely it was thought that the passages answer, 0 to 1. */
  confidence: z.number().nullable(),
  checks: z.array(SentenceRecord),
  /** Who wrote; null for the articles' own words. */
  model: z.string().nullable(),
  usage: Usage.nullable(),
  /** Milliseconds to the first sentence, and to the end. */
  firstMs: z.number().int().nullable(),
  wholeMs: z.number().int().nullable(),
  /** Names what all articles said. */
  knowledgeVersion: z.string().nullable(),
});
export type AnswerEvidence = z.infer<typeof AnswerEvidence>;

/** The same question on today's articles; by the model only when that is asked for: it costs. */
export const ReplayInput = z.object({ mode: z.enum(ANSWER_MODES) });
export type ReplayInput = z.infer<typeof ReplayInput>;

/** `GET /api/ask/about`: what the panel says of itself before the first question. */
export const AskAbout = z.object({
  mode: z.enum(ANSWER_MODES),
  /** Host of the model that reads questions; null when that is here. */ provider: z.string().nullable(),
  /** Whether nobody else hears of a question: no model elsewhere, and no webhook. */
  staysHere: z.boolean(),
});
export type AskAbout = z.infer<typeof AskAbout>;

/** `POST /api/answers/:answerId/vote`: "Did this help?" */
export const AnswerVoteInput = z.object({ helped: z.boolean(), reason: z.enum(ANSWER_REASONS).optional() });
export type AnswerVoteInput = z.infer<typeof AnswerVoteInput>;
