/** A few articles as a build would know them, for tests of what reads them. */
import type { Knowledge, KnowledgeArticle, KnowledgeBlock, KnowledgeSection } from "#content/knowledge.ts";

export const prose = (...texts: string[]): KnowledgeBlock[] => texts.map((text) => ({ type: "prose", text }));

function sampleSection(title: string, heading: string, blocks: KnowledgeBlock[]): KnowledgeSection {
  const id = heading === title ? "" : heading.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const kinds = { prose: "prose", step: "steps", troubleshoot: "troubleshooting" } as const;
  const kind = kinds[blocks.find((block) => block.type !== "prose")?.type ?? "prose"];
  return { id, heading, path: heading === title ? [title] : [title, heading], kind, blocks };
}

export function sampleArticle(
  id: string,
  title: string,
  sections: Record<string, KnowledgeBlock[]>,
  more: Partial<KnowledgeArticle> = {},
): KnowledgeArticle {
  return {
    id,
    url: `/articles/${id}/`,
    title,
    summary: `${title}, told in short.`,
    kind: "guide",
    topic: id.split("/")[0] ?? "",
    topicTitle: "A topic",
    integrations: [],
    keywords: [],
    language: "en",
    updated: "2026-11-23",
    minutes: 2,
    contentHash: "0123456789abcdef",
    sections: Object.entries(sections).map(([heading, blocks]) => sampleSection(title, heading || title, blocks)),
    ...more,
  };
}

const connect = sampleArticle(
  "integrations/connect-your-crm",
  "Connect your CRM",
  {
    "": prose(
      "Four CRMs connect directly: HubSpot, Salesforce, Intercom and ServiceTitan. Sign in, fill in two tabs and save.",
    ),
    "Three steps": [
      {
        type: "step",
        id: "open-the-crm-tab",
        number: 1,
        title: "Open the CRM tab",
        text: "In your campaign, open Campaign Settings › Integrations and API › CRM. Press Connect.",
        expect: "A tile for each CRM.",
      },
      {
        type: "step",
        id: "sign-in",
        number: 2,
        title: "Sign in to your CRM",
        text: "Log in with the account that your referrals should go to.",
      },
      {
        type: "troubleshoot",
        id: "no-sign-in-window",
        symptom: "No sign-in window opens",
        cause: "Your browser blocks pop-up windows.",
        fix: "Allow pop-up windows for this page and press Connect again.",
        verify: "The sign-in page of your CRM opens.",
      },
      {
        type: "step",
        id: "save",
        number: 3,
        title: "Save the integration",
        text: "Press Save. Then refer somebody yourself.",
      },
    ],
    "ServiceTitan connects differently": prose(
      "There is no sign-in window for ServiceTitan.",
      "Send your Tenant ID. The Referral Factory team approves it, which takes 1–2 business days.",
      "Then install the app and enter three values: Client ID, Client Secret and Booking Provider Value.",
    ),
  },
  { integrations: ["hubspot", "salesforce", "intercom", "servicetitan"], keywords: ["oauth"] },
);

const syncing = sampleArticle(
  "syncing/contacts-not-syncing",
  "Contacts do not reach your CRM",
  {
    "": prose("Contacts can fail to arrive in silence. The usual reason is a setting."),
    "Existing contacts are skipped": [
      {
        type: "troubleshoot",
        id: "skipped",
        symptom: "Some people never show up in the CRM",
        cause: "Existing contacts are set to Do nothing. Such a contact is skipped without a word.",
        fix: "Open the Referrers tab and choose to have existing contacts updated. Do the same in the Leads tab.",
        verify: "Refer an address that your CRM already has. Its contact changes.",
      },
    ],
    "Salesforce refuses converted leads": prose(
      "Salesforce answers “cannot reference converted lead” when somebody converted the Lead before the sync reached it.",
      "Leave Leads unconverted until the referral process is complete.",
    ),
  },
  { integrations: ["hubspot", "salesforce"] },
);

const qualifying = sampleArticle("qualifying/qualify-referrals", "Six ways to qualify referrals", {
  "": prose("A referral qualifies when it counts as won."),
  "By deal stage in HubSpot": prose(
    "In HubSpot, choose the deal stage that means success. The referral qualifies by itself.",
  ),
  "By deal stage in Salesforce": prose(
    "In Salesforce, choose the opportunity stage that means success. The referral qualifies by itself.",
  ),
});

export const sampleKnowledge: Knowledge = {
  version: 1,
  glossary: [{ say: ["log in", "login", "authenticate"], means: ["sign in"] }],
  articles: [connect, syncing, qualifying],
};
