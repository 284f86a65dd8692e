import { z } from "zod";
import { ArticleId, IntegrationId } from "#content/schema.ts";
import { ApiScope } from "#server/auth/api-keys.schema.ts";
import { AskInput } from "../ask/ask.schema.ts";
import { CaseQuery } from "../desk/cases.schema.ts";
import { CaseDetail, CaseMessage, CaseSummary } from "../desk/desk.schema.ts";
import { CaseState, EscalationInput, ReplyInput } from "../escalation/escalation.schema.ts";
import { VoteInput } from "../feedback/feedback.schema.ts";

// What `/api/v1` takes and gives. It is released: it is only added to (docs/adr/0031).

/** `GET /v1/key`: what the key that asks is for. */
export const OwnKey = z.object({ id: z.string(), name: z.string(), scopes: z.array(ApiScope) });

const ApiArticle = z.object({
  id: ArticleId,
  title: z.string(),
  summary: z.string(),
  /** A path of the hub. */
  url: z.string(),
  topic: z.string(),
  integrations: z.array(IntegrationId),
  language: z.string(),
  updated: z.iso.date(),
  /** Names this version of its text. */
  version: z.string(),
});
export const ApiArticles = z.object({ articles: z.array(ApiArticle) });
/** With all that it says. */
export const ApiArticleText = ApiArticle.extend({ markdown: z.string() });
export type ApiArticleText = z.infer<typeof ApiArticleText>;
export const ArticlePath = z.object({ topic: z.string().max(80), slug: z.string().max(80) });

export const ApiAskInput = AskInput.omit({ section: true });
export const AnswerPath = z.object({ answerId: z.string().max(60) });

/** `voter` names who votes, in your own words and the same each time: each has one vote an article. It is kept as a hash. */
export const ApiVoteInput = VoteInput.safeExtend({ voter: z.string().trim().min(1).max(200) });

export const ApiCaseQuery = CaseQuery.pick({ tag: true, topic: true, q: true, cursor: true }).extend({
  state: CaseState.optional(),
});

export const ApiCase = CaseSummary.omit({ version: true, snoozedUntil: true, junkAt: true, owner: true });
/** Fifty at a time, the newest change first; `next` is the `cursor` of the older ones. */
export const ApiCases = z.object({ cases: z.array(ApiCase), next: z.string().nullable() });
/** What customer and support wrote to each other; notes stay at the desk. */
export const ApiMessage = CaseMessage.omit({ authorId: true, of: true }).extend({
  from: z.enum(["customer", "agent"]),
});
export const ApiCaseDetail = ApiCase.extend({
  message: z.string(),
  url: z.string().nullable(),
  messages: z.array(ApiMessage),
  attachments: z.array(CaseDetail.shape.attachments.element.omit({ messageId: true, waitsFor: true })),
});
export type ApiCaseDetail = z.infer<typeof ApiCaseDetail>;
export const CasePath = z.object({ id: z.string().max(80) });

export const ApiCaseInput = EscalationInput.omit({ proof: true, trail: true });
export const ApiReplyInput = ReplyInput.extend({
  /** Solves the case; without it the case waits for the customer. */
  solve: z.boolean().optional(),
  /** A number of your own for this reply: sent again under it, it is one reply. */
  once: z
    .string()
    .regex(/^[\w-]{10,40}$/)
    .optional(),
});
