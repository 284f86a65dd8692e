import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import { VERDICTS } from "../ask/ask.values.ts";
import { CaseState, ReplyInput } from "../escalation/escalation.schema.ts";
import { ConnectionCheck } from "../integrations/checks.schema.ts";
import { CONNECTION_STATES } from "../integrations/integrations.values.ts";
import { AnswerDetail } from "./answers.schema.ts";
import { LinkedArticle } from "./desk.schema.ts";

// What stands beside a case, and what is written on it. Read by the desk only.

/** The form's own number: the same form sent twice is one message. */
const Once = z.string().regex(/^[\w-]{10,40}$/);

/** `POST /api/desk/cases/:id/replies`; 409 with `written` when somebody wrote meanwhile. */
export const DeskReplyInput = ReplyInput.extend({
  once: Once.optional(),
  /** How many messages and notes the writer has seen; without it the reply goes whatever was written meanwhile. */
  seen: z.int32().nonnegative().optional(),
  /** Solves the case; without it the case waits for the customer. */
  solve: z.boolean().optional(),
});
export type DeskReplyInput = z.infer<typeof DeskReplyInput>;

/** `POST /api/desk/cases/:id/notes`. Whoever stands in it as `@name` is told by mail. */
export const NoteInput = ReplyInput.extend({ once: Once.optional() });
export type NoteInput = z.infer<typeof NoteInput>;

/** An answer as the customer got it, and what has become of its articles since. */
export const SentAnswer = AnswerDetail.omit({ thread: true });
export type SentAnswer = z.infer<typeof SentAnswer>;

const CaseConnection = z.object({
  id: z.string(),
  /** The CRM's name. */
  name: z.string(),
  workspace: z.string(),
  state: z.enum(CONNECTION_STATES),
});

/** A check that the customer sent along, and the latest one of the same connection. */
export const SentCheck = z.object({
  connection: CaseConnection,
  /** The case's address belongs to a member of that workspace; else what is seen here is not theirs to know. */
  own: z.boolean(),
  sent: ConnectionCheck,
  latest: ConnectionCheck,
});
export type SentCheck = z.infer<typeof SentCheck>;

/** `GET /api/desk/cases/:id/evidence`: what the trail's items name, as it was and as it is. */
export const CaseEvidence = z.object({
  answers: z.array(SentAnswer),
  checks: z.array(SentCheck),
  /** Connections of the workspaces that the address belongs to. */
  connections: z.array(CaseConnection),
});
export type CaseEvidence = z.infer<typeof CaseEvidence>;

const NearCase = z.object({
  id: z.string(),
  reference: z.string(),
  subject: z.string(),
  state: CaseState,
  createdAt: z.iso.datetime(),
  /** Why nothing can be merged into it. */
  aside: z.enum(["junk", "merged"]).nullable(),
  /** Messages of staff to the customer. */
  replies: z.number().int(),
});
export type NearCase = z.infer<typeof NearCase>;

const SuggestedArticle = z.object({
  articleId: ArticleId,
  /** Article title › section heading. */
  title: z.string(),
  /** Path with anchor. */
  url: z.string(),
  /** What stands in a reply: title and whole address. */
  link: z.string(),
});
export type SuggestedArticle = z.infer<typeof SuggestedArticle>;

/** `GET /api/desk/suggestions?q=`: articles for words of the agent's own. */
export const ArticleQuery = z.object({ q: z.string().trim().min(2).max(200) });
export const ArticleSuggestions = z.object({ suggested: z.array(SuggestedArticle) });
export type ArticleSuggestions = z.infer<typeof ArticleSuggestions>;

const HOW = ["answered_with", "should_have"] as const;
const ArticleMark = z.object({
  articleId: z.string(),
  how: z.enum(HOW),
  article: LinkedArticle,
  at: z.iso.datetime(),
});
export type ArticleMark = z.infer<typeof ArticleMark>;

/** What somebody of the staff did to a case: the fields that were changed, as they were and as they are since. */
export const CaseDone = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** As they were called then. */
  by: z.string(),
  /** As the audit log names it behind `case.`. */
  did: z.string(),
  was: z.record(z.string(), z.unknown()),
  is: z.record(z.string(), z.unknown()),
  /** Whom it was given to. */
  owner: z.object({ name: z.string(), isWhoDid: z.boolean() }).optional(),
});
export type CaseDone = z.infer<typeof CaseDone>;

/** `GET /api/desk/cases/:id/context`: what helps to answer it. */
export const CaseContext = z.object({
  /** Other cases of the same address, newest first. */
  earlier: z.array(NearCase),
  /** Solved ones first. */
  similar: z.array(NearCase),
  /** Articles that should have answered it, best first. `verdict`: whether they do, as Ask sees it. */
  suggested: z.array(SuggestedArticle),
  verdict: z.enum(VERDICTS),
  marks: z.array(ArticleMark),
  /** What stands in a reply for the article that the case is from. */
  articleLink: z.string().nullable(),
  /** What staff did to it, the newest first. */
  done: z.array(CaseDone),
  /** A note names whoever asks, and they have not seen it. */
  mentioned: z.boolean(),
});
export type CaseContext = z.infer<typeof CaseContext>;

/** `PUT /api/desk/cases/:id/articles`: counts the case against an article, or takes that back. */
export const ArticleMarkInput = z.object({ articleId: ArticleId, how: z.enum(HOW), on: z.boolean() });
export type ArticleMarkInput = z.infer<typeof ArticleMarkInput>;

/** `GET /api/desk/staff`: who can be given cases and named in notes. */
export const StaffList = z.object({ staff: z.array(z.object({ id: z.string(), name: z.string() })) });
export type StaffList = z.infer<typeof StaffList>;
