import { defineWords } from "#content/words.ts";

/** What a fault of a CRM means to the customer, by its code. */
export const faultTexts = defineWords("faults", {
  wrong_key: {
    title: "{crm} does not know the keys it was given.",
    todo: "Copy them from {crm} again, whole, and enter them once more.",
  },
  wrong_app: {
    title: "{crm} does not take this hub’s own keys.",
    todo: "Ask a person: only those who run this hub can mend it.",
  },
  expired: { title: "The access to {crm} has run out.", todo: "Connect again. Your settings stay." },
  revoked: {
    title: "{crm} has taken the access back.",
    todo: "Connect again, with a login that will stay. Your settings stay.",
  },
  scope_missing: {
    title: "A permission is missing at {crm}.",
    todo: "Have somebody connect again who may grant everything that is asked for, and leave nothing out.",
    named: {
      title: "The permission “{scope}” is missing at {crm}.",
      todo: "Have somebody connect again who may grant it, and leave nothing out.",
    },
  },
  wrong_account: {
    title: "This is another {crm} account than the one that is meant here.",
    todo: "Look which one it is: its name or Tenant ID, its region, live or sandbox. Connect again with the right one, or change over to this one.",
  },
  limited: {
    title: "{crm} has had too many calls for now.",
    soon: "Try again in a few minutes. Nothing is lost.",
    minutes: {
      one: "Try again in a minute. Nothing is lost.",
      other: "Try again in {count} minutes. Nothing is lost.",
    },
  },
  not_found: {
    title: "{crm} does not have what was asked for.",
    todo: "It may have been deleted there. Choose again from what {crm} has.",
  },
  refused: { title: "{crm} does not take this.", todo: "Read what {crm} says, change it, and try again." },
  vendor_down: { title: "{crm} itself has trouble right now." },
  timeout: { title: "{crm} did not answer in time." },
  unreachable: { title: "{crm} cannot be reached." },
  unreadable: { title: "{crm} sent something that cannot be read." },
  soon: "Try again in a few minutes. If it stays like this, ask a person.",
});
