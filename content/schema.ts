/**
 * What writers and operators may write: hub.yaml, an article's frontmatter, glossary.yaml.
 * Shared by the site (build) and the server (start).
 */
import { z } from "zod";
import { EditPlace, HubLink, Icon, Logo, Operator, Typeface } from "./identity.ts";
import { haveOwnIds, Topic, TopicTexts } from "./topics.ts";
import { ClockTime, HttpUrl, Language, OfferedQuestion, Origin, Slug, TimeZone } from "./values.ts";

export const INTEGRATION_IDS = [
  "hubspot",
  "salesforce",
  "intercom",
  "servicetitan",
  "zoho",
  "pipedrive",
  "monday",
] as const;
export const IntegrationId = z.enum(INTEGRATION_IDS);
export type IntegrationId = z.infer<typeof IntegrationId>;

export const Availability = z.enum(["live", "beta", "coming_soon"]);
export type Availability = z.infer<typeof Availability>;

export const ArticleKind = z.enum(["faq", "guide", "troubleshooting", "learn"]);
export type ArticleKind = z.infer<typeof ArticleKind>;

/** `<topic>/<slug>` for articles, `learn/<slug>` for learn articles. */
export const ArticleId = z
  .string()
  .max(160)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "use <topic>/<slug>");
export type ArticleId = z.infer<typeof ArticleId>;

/** How a vendor's own status page is read. `salesforce` needs `statusInstance` (an instance key such as NA123). */
export const StatusSource = z.enum(["statuspage", "salesforce", "rss", "sorry"]);

export const Integration = z.strictObject({
  id: IntegrationId,
  name: z.string().min(1),
  availability: Availability,
  apiBase: HttpUrl.optional(),
  authBase: HttpUrl.optional(),
  statusUrl: HttpUrl.optional(),
  statusSource: StatusSource.optional(),
  statusInstance: z
    .string()
    .regex(/^[A-Za-z0-9-]{2,40}$/)
    .optional(),
  /** The page a person would read; linked beside the state. */
  statusPage: HttpUrl.optional(),
});
export type Integration = z.infer<typeof Integration>;

/** What is kept for a number of days; content/retention.ts says what each is, and how long by default. */
export const RETENTION_KINDS = [
  "questions",
  "searches",
  "votes",
  "cases",
  "attachments",
  "outbox",
  "checks",
  "audit",
] as const;
export const RetentionKind = z.enum(RETENTION_KINDS);
export type RetentionKind = z.infer<typeof RetentionKind>;
const LOG_DAYS_MIN = 31;
const Days = z.number().int().min(1).max(3650);

const HubTexts = z
  .strictObject({
    hub: z.string().min(1).max(30),
    description: z.string().min(1).max(200),
    notice: z.string().max(300),
    banner: z.string().max(200),
    oftenTyped: z.array(z.string().min(2).max(60)).max(6),
    topics: z.record(Slug, TopicTexts),
  })
  .partial();

/** Of the brand, in percent: darker than any of them is black, lighter than any cannot be read on paper. */
export const LIGHTNESS = { min: 20, max: 60 };

export const Hub = z.strictObject({
  product: z.strictObject({
    name: z.string().min(1).max(60),
    hub: z.string().min(1).max(30),
    description: z.string().min(1).max(200),
  }),
  /** OKLCH of the brand: hue in degrees, chroma, lightness in percent. Contrast is checked at build. */
  brand: z.strictObject({
    hue: z.number().min(0).max(360),
    chroma: z.number().min(0).max(0.4),
    lightness: z.number().min(LIGHTNESS.min).max(LIGHTNESS.max),
    /** In the head of every page, in place of the product's name. */
    logo: Logo.optional(),
    /** In a browser's tab, in place of one that is drawn in the brand's colour. */
    icon: Icon.optional(),
    /** Of all text: one of the operator's own, or the reader's system's. Looked at when a hub is built. */
    typeface: Typeface.optional(),
  }),
  /** The default one first, which stands at `/`. */
  languages: z
    .array(Language)
    .min(1)
    .refine((tags) => new Set(tags).size === tags.length, "names a language twice"),
  /** What stands above in the default language, by language. */
  translations: z.record(Language, HubTexts).default({}),
  /** Stands in every footer. */
  notice: z.string().max(300).optional(),
  /** Stands above every page, the desk's too. */
  banner: z.string().max(200).optional(),
  /** At the foot of every page: imprint, terms, the main site. */
  links: z.array(HubLink).max(8).default([]),
  operator: Operator.optional(),
  edit: EditPlace.optional(),
  contentLicence: z.strictObject({ name: z.string(), url: HttpUrl }).optional(),
  topics: z.array(Topic).min(1).refine(haveOwnIds, "names a topic's id twice"),
  support: z.strictObject({
    email: z.email(),
    timeZone: TimeZone,
    days: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).min(1),
    from: ClockTime,
    to: ClockTime,
    /** Working hours within which a person answers. */
    answerWithinHours: z.number().int().min(1).max(80),
    holidays: z.array(z.iso.date()).default([]),
    bookingUrl: HttpUrl.optional(),
    /** Where support hears of cases: mail, webhook, slack, zendesk, chatwoot. Without it, wherever the settings reach. */
    channels: z.array(Slug).optional(),
  }),
  /** How staff sign in. `required`: the desk opens with a second factor only. */
  desk: z.strictObject({ secondFactor: z.enum(["optional", "required"]).default("optional") }).prefault({}),
  /** The widget: whose pages may show the hub in a frame (docs/widget.md). None: it is off. */
  widget: z.strictObject({ origins: z.array(Origin).max(50).default([]) }).prefault({}),
  integrations: z.array(Integration),
  /** Searches offered on the home page. */
  oftenTyped: z.array(z.string().min(2).max(60)).max(6).default([]),
  /** Days that questions, searches and what was sent are kept, unless `retention` says otherwise. */
  retentionDays: Days.default(90),
  /** Days that each kind of record is kept. */
  retention: z
    .partialRecord(RetentionKind, Days)
    .default({})
    .refine(({ audit = LOG_DAYS_MIN }) => audit >= LOG_DAYS_MIN, {
      path: ["audit"],
      error: `keep the log for ${LOG_DAYS_MIN} days at least: it is what tells who did what`,
    }),
  /** Pages that a reader has read open without a connection, from copies on their device. */
  offline: z.boolean().default(false),
  /** A picture of each page's title for networks and chats, made at build where the hub's address is known. */
  socialImages: z.boolean().default(true),
  /** An article is stale when its steps were last tried so many days ago; never tried, when it was last changed then. */
  staleAfterDays: z.number().int().min(1).max(3650).default(180),
});
export type Hub = z.infer<typeof Hub>;

export const Frontmatter = z.strictObject({
  title: z.string().min(5).max(110),
  /** For lists and the side columns, where the title is long. */
  short: z.string().min(3).max(48).optional(),
  summary: z.string().min(20).max(260),
  kind: ArticleKind,
  /** One of its topic's groups in hub.yaml. */
  group: Slug.optional(),
  /** Place within its topic or group, smallest first. */
  order: z.number().int().default(100),
  updated: z.coerce.date(),
  /** Stamped by somebody who tried the steps; empty until then. */
  verified: z.strictObject({ on: z.coerce.date(), against: z.string() }).optional(),
  integrations: z.array(IntegrationId).default([]),
  keywords: z.array(z.string().min(2).max(60)).default([]),
  /** Where the facts are from. */
  sources: z.array(z.string().min(3)).min(1),
  related: z.array(ArticleId).default([]),
  learn: z.array(ArticleId).default([]),
  /** Up to three starter questions for Ask AI. */
  questions: z.array(OfferedQuestion).max(3).default([]),
  draft: z.boolean().default(false),
});
export type Frontmatter = z.infer<typeof Frontmatter>;

/** What customers say → what articles say. */
export const Glossary = z.array(
  z.strictObject({
    say: z.array(z.string().min(2)).min(1),
    means: z.array(z.string().min(2)).min(1),
    explain: z.string().max(240).optional(),
    /** A word of the articles, said to readers where it first stands in a section; by language, `word` as articles in it write it. */
    define: z
      .record(Language, z.strictObject({ word: z.string().min(2).max(60), says: z.string().min(8).max(240) }))
      .optional(),
  }),
);
export type Glossary = z.infer<typeof Glossary>;
