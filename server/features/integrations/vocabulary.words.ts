import { defineWords } from "#content/words.ts";

/** What each CRM calls things, in its own words, and what it does not have. Keys that it shows are entered under its names. */
export const vocabularyWords = defineWords("crms", {
  kinds: { contact: "Contact", lead: "Lead", booking: "Booking" },
  sites: {
    production: "Production",
    sandbox: "Sandbox",
    test: "Integration (ServiceTitan’s test environment)",
    us: "United States",
    eu: "Europe",
    au: "Australia",
  },
  hubspot: {
    pipeline: "Pipeline",
    stage: "Deal stage",
    accounts: {
      standard: "standard account",
      developerTest: "developer test account",
      sandbox: "sandbox",
      appDeveloper: "app developer account",
    },
  },
  salesforce: {
    stage: "Lead Status or opportunity stage",
    standsIn:
      "Salesforce has no pipelines. For Leads the Lead Status stands in, for Contacts the stage of their opportunity.",
  },
  intercom: {
    pipeline: "Attribute",
    stage: "Value",
    standsIn:
      "Intercom has no pipelines. An attribute of contacts with a fixed list of values stands in, and each value is a stage.",
  },
  servicetitan: {
    stage: "Booking or job status",
    standsIn: "ServiceTitan has no pipelines. The status of the booking, and of the job it becomes, stands in.",
  },
});
