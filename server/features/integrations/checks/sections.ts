/** The sections of articles that explain a result: article and anchor. Tests hold every one of them to the articles. */
export const SECTIONS = {
  connect: ["integrations/connect-your-crm", "five-steps"],
  twoVisits: ["integrations/connect-your-crm", "servicetitan-connects-differently"],
  reconnect: ["syncing/crm-error-messages", "when-you-connect-again"],
  messages: ["syncing/crm-error-messages", "look-your-message-up"],
  kinds: ["syncing/crm-error-messages", "the-six-kinds"],
  permissions: ["integrations/permissions-each-crm-asks-for", "when-a-permission-is-missing"],
  nobody: ["syncing/contacts-not-syncing", "nobody-arrives"],
  someNever: ["syncing/contacts-not-syncing", "some-people-never-arrive"],
  tabs: ["syncing/referrers-and-leads-tabs", "what-each-tab-decides"],
  fillTabs: ["syncing/referrers-and-leads-tabs", "fill-in-both-without-a-gap"],
  mapping: ["syncing/map-contact-fields", "map-the-fields"],
  mappingChanged: ["syncing/map-contact-fields", "when-somebody-changes-the-crm"],
  sixFields: ["syncing/servicetitan-setup-required", "the-six-fields"],
  doNothing: ["syncing/duplicates-and-existing-contacts", "what-do-nothing-does"],
  choices: ["syncing/duplicates-and-existing-contacts", "the-three-choices"],
  allowed: ["syncing/duplicates-and-existing-contacts", "which-crm-allows-what"],
  duplicateRules: ["syncing/duplicates-and-existing-contacts", "salesforce"],
  converted: ["syncing/converted-lead-error", "what-the-error-means"],
  qualify: ["qualifying/qualify-by-deal-stage", "set-the-stage"],
  notQualified: ["qualifying/qualify-by-deal-stage", "the-deal-is-won-and-nothing-happens"],
  vendorDown: ["this-hub/is-my-crm-down", "while-you-wait"],
} as const satisfies Record<string, readonly [article: string, anchor: string]>;
export type SectionName = keyof typeof SECTIONS;
// Object.keys forgets the names
export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

type Articles = { get: (id: string) => { url: string; title: string; sections: Section[] } | undefined };
type Section = { id: string; heading: string };

/** Where this hub explains it; null where an operator's own articles have no such section. */
export function findSection(articles: Articles, name: SectionName): { title: string; url: string } | null {
  const [id, anchor] = SECTIONS[name];
  const article = articles.get(id);
  const section = article?.sections.find(({ id: each }) => each === anchor);
  return article && section
    ? { title: `${article.title} › ${section.heading}`, url: `${article.url}#${anchor}` }
    : null;
}
