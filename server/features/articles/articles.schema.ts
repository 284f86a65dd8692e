import { z } from "zod";
import { ANSWER_MODES, VERDICTS } from "../ask/ask.values.ts";
import { CaseState } from "../escalation/escalation.schema.ts";
import { ARTICLE_SHOWS, WORK_STATES } from "./articles.values.ts";

// Read by the desk only; every route needs a signed-in member of staff.

export const WorkState = z.enum(WORK_STATES);
export type WorkState = z.infer<typeof WorkState>;

/** `GET /api/desk/articles?show=&q=&cursor=` */
export const ArticleQuery = z.object({
  show: z.enum(ARTICLE_SHOWS).default("worst"),
  /** Words of the title. */
  q: z.string().trim().max(120).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});
export type ArticleQuery = z.infer<typeof ArticleQuery>;

/** So many `hits` of so many. */
const Share = z.object({ hits: z.number().int(), of: z.number().int() });
export type Share = z.infer<typeof Share>;
const Interval = z.object({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;
const Person = z.object({ id: z.string(), name: z.string() });

/** What an article is judged by: counted over 28 days, on the version that is served. */
const ArticleParts = z.object({
  views: z.number().int(),
  /** "No" of all votes. */
  votes: Share,
  /** Steps that failed, of those that somebody said something of. */
  steps: Share,
  /** Answers that were none, or were disliked, and cite the article or were asked on it. */
  answers: z.number().int(),
  /** Cases that came from it, were answered with it, or that it should have answered. */
  cases: z.number().int(),
});
export type ArticleParts = z.infer<typeof ArticleParts>;
/** `ways`: how likely each is for a reader, at the least; `rate`: that any of them happens; `harm`: to how many people. */
const ArticleScore = z.object({
  readers: z.number().int(),
  ways: z.object({ votes: z.number(), steps: z.number(), answers: z.number(), cases: z.number() }),
  rate: z.number(),
  harm: z.number(),
});
export type ArticleScore = z.infer<typeof ArticleScore>;

export const ArticleEntry = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  state: WorkState,
  /** It was dismissed, and lets down clearly more people now. */
  cameBack: z.boolean(),
  owner: Person.nullable(),
  score: ArticleScore,
  parts: ArticleParts,
  stale: z.boolean(),
});
export type ArticleEntry = z.infer<typeof ArticleEntry>;
/** `signs`: how often something went wrong, a week, the last one now. */
export const ListedArticle = ArticleEntry.extend({ signs: z.array(z.number().int()) });
export type ListedArticle = z.infer<typeof ListedArticle>;
export const ArticleList = z.object({
  articles: z.array(ListedArticle),
  counts: z.record(z.enum(ARTICLE_SHOWS), z.number().int()),
  next: z.string().nullable(),
});
export type ArticleList = z.infer<typeof ArticleList>;

/** What staff do about it. `version` is 0 as long as nobody has done anything. */
export const ArticleWork = z.object({
  state: WorkState,
  owner: Person.nullable(),
  note: z.string().nullable(),
  /** It counts as fixed as soon as another version is served. */
  awaitsVersion: z.boolean(),
  fixedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type ArticleWork = z.infer<typeof ArticleWork>;

const Measure = z.object({
  before: Share,
  after: Share,
  difference: Interval,
  says: z.enum(["better", "worse", "too_early"]),
});
/** Before and after the version that fixed it. `served`: readers get the fixed version, or a later one. */
export const ArticleFix = z.object({ votes: Measure, steps: Measure, served: z.boolean() });
export type ArticleFix = z.infer<typeof ArticleFix>;

const Week = z.object({
  /** Its first day. */
  from: z.iso.date(),
  views: z.number().int(),
  votes: Share,
  stepsFailed: z.number().int(),
  answers: z.number().int(),
  cases: z.number().int(),
  /** Another version was served for the first time. */
  newVersion: z.boolean(),
});
export type Week = z.infer<typeof Week>;

export const ArticleEvidence = z.object({
  reasons: z.array(z.object({ reason: z.string(), answered: z.boolean(), count: z.number().int() })),
  comments: z.array(
    z.object({ answered: z.boolean(), comment: z.string(), at: z.iso.datetime(), sameVersion: z.boolean() }),
  ),
  /** `title` is null for a step that the article has no more. */
  steps: z.array(z.object({ id: z.string(), title: z.string().nullable(), share: Share, low: z.number() })),
  answers: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      verdict: z.enum(VERDICTS),
      mode: z.enum(ANSWER_MODES),
      helped: z.boolean().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** Null for writers, who do not see cases. */
  cases: z
    .array(
      z.object({
        id: z.string(),
        reference: z.string(),
        subject: z.string(),
        state: CaseState,
        how: z.enum(["from_it", "answered_with", "should_have"]),
        at: z.iso.datetime(),
      }),
    )
    .nullable(),
});
export type ArticleEvidence = z.infer<typeof ArticleEvidence>;

/** `GET /api/desk/articles/:topic/:slug` */
export const ArticleDetail = ArticleEntry.extend({
  work: ArticleWork,
  evidence: ArticleEvidence,
  weeks: z.array(Week),
  fix: ArticleFix.nullable(),
  /** When the version that is served was first served; null: that is not known. */
  servedSince: z.iso.datetime().nullable(),
  /** Whether there is a version that a fix can be measured against. */
  hasChanged: z.boolean(),
  /** So many left an address, and wait to be told. */
  waiting: z.number().int(),
  updated: z.iso.date(),
  verified: z.iso.date().nullable(),
  /** Where its file is changed; null: `hub.yaml` does not say. */
  editUrl: z.url().nullable(),
  /** Files of the content that hold parts of its text, which other articles share. */
  sharedParts: z.array(z.object({ file: z.string(), editUrl: z.url().nullable() })),
});
export type ArticleDetail = z.infer<typeof ArticleDetail>;

/**
 * `PATCH /api/desk/articles/:topic/:slug`; 409 with the other's `work` when `version` is not the stored one any more. `fixed`
 * is 422 while the article has not changed; `awaitsVersion` waits for the next version that is served.
 */
export const ArticleChange = z.object({
  version: z.int32(),
  state: WorkState.optional(),
  awaitsVersion: z.boolean().optional(),
  owner: z.enum(["me", "nobody"]).optional(),
  note: z.string().trim().max(4000).optional(),
});
export type ArticleChange = z.infer<typeof ArticleChange>;
