import { z } from "zod";
import { IntegrationId } from "#content/schema.ts";
import { VERDICTS } from "../ask/ask.values.ts";
import { GAP_STATES, PHRASE_KINDS, TITLE_MAX } from "./gaps.values.ts";

// Read by the desk only; every route needs a writer.

export const GapState = z.enum(GAP_STATES);
export type GapState = z.infer<typeof GapState>;
export const PhraseKind = z.enum(PHRASE_KINDS);

/** `GET /api/desk/gaps?state=&kind=&topic=&integration=&q=&cursor=` */
export const GapQuery = z.object({
  state: GapState.default("open"),
  /** Only gaps that somebody asked, or searched for. */
  kind: PhraseKind.optional(),
  topic: z.string().max(80).optional(),
  integration: IntegrationId.optional(),
  /** Words of the name or of a phrase. */
  q: z.string().trim().max(120).optional(),
  cursor: z.string().max(120).optional(),
});
export type GapQuery = z.infer<typeof GapQuery>;

/** The build that answers a gap: when it came, and the article; null where that is gone or a search finds several. */
const Closed = z.object({ at: z.iso.datetime(), article: z.object({ title: z.string(), url: z.string() }).nullable() });

export const GapSummary = z.object({
  id: z.string(),
  title: z.string(),
  state: GapState,
  questions: z.number().int(),
  searches: z.number().int(),
  lastAt: z.iso.datetime(),
  integration: z.string().nullable(),
  topic: z.string().nullable(),
  closed: Closed.nullable(),
  version: z.number().int(),
});
export type GapSummary = z.infer<typeof GapSummary>;

/** Something to narrow a list by, and how many gaps there are of it. */
const GapPart = z.object({ id: z.string(), title: z.string(), count: z.number().int() });
export type GapPart = z.infer<typeof GapPart>;

/** Most asked first. `counts` are of all gaps, `topics` and `integrations` of those in the state that is listed. */
export const GapList = z.object({
  gaps: z.array(GapSummary),
  counts: z.record(GapState, z.number().int()),
  topics: z.array(GapPart),
  integrations: z.array(GapPart),
  next: z.string().nullable(),
});
export type GapList = z.infer<typeof GapList>;

const GapPhrase = z.object({
  id: z.string(),
  kind: PhraseKind,
  text: z.string(),
  count: z.number().int(),
  lastAt: z.iso.datetime(),
});
const GapAnswer = z.object({
  id: z.string(),
  question: z.string(),
  verdict: z.enum(VERDICTS),
  helped: z.boolean().nullable(),
  createdAt: z.iso.datetime(),
});
/** What the articles have that is nearest. `near`: the share of what is asked that the passage says, 0 to 1. */
const NearPassage = z.object({ title: z.string(), url: z.string(), text: z.string(), near: z.number() });
export type NearPassage = z.infer<typeof NearPassage>;

/** `GET /api/desk/gaps/:id`: its phrases (the most frequent hundred), its latest answers, what is nearest, and twelve weeks. */
export const GapDetail = GapSummary.extend({
  phrases: z.array(GapPhrase),
  answers: z.array(GapAnswer),
  nearest: z.array(NearPassage),
  /** How often it was asked and searched for in each of twelve weeks, the last one ending now. `from`: its first moment. */
  weeks: z.array(z.object({ from: z.iso.datetime(), count: z.number().int() })),
});
export type GapDetail = z.infer<typeof GapDetail>;

/** `PATCH /api/desk/gaps/:id`: dismiss, open again, rename. 409 with `current` when `version` is not the stored one any more. */
export const GapChange = z.object({
  version: z.int32(),
  state: z.enum(["open", "dismissed"]).optional(),
  title: z.string().trim().min(3).max(TITLE_MAX).optional(),
});
export type GapChange = z.infer<typeof GapChange>;

/** `POST /api/desk/gaps/:id/merge`: takes all phrases of another gap in. */
export const GapMerge = z.object({ version: z.int32(), other: z.string().max(60), otherVersion: z.int32() });
export type GapMerge = z.infer<typeof GapMerge>;

/** `POST /api/desk/gaps/:id/split`: a phrase becomes a gap of its own. */
export const GapSplit = z.object({ version: z.int32(), phraseId: z.string().max(60) });
export type GapSplit = z.infer<typeof GapSplit>;
export const NewGap = z.object({ id: z.string() });
