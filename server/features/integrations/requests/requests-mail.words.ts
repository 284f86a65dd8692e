import { defineWords } from "#content/words.ts";

export const requestMailWords = defineWords("requestMail", {
  approved: {
    subject: "{product}: your {crm} Tenant ID is approved",
    outcome: "Your {crm} Tenant ID {tenantId} is approved.",
    next: "Go on with the setup, and enter your keys:",
  },
  refused: {
    subject: "{product}: your {crm} Tenant ID is not approved",
    outcome: "Your {crm} Tenant ID {tenantId} could not be approved.",
    next: "Mend it, and ask again:",
  },
  note: "What {product} support says of it:",
  opened: {
    subject: "{product}: {crm} can be connected now",
    here: "{crm} can be connected now. You asked to be told.",
    next: "Connect it here:",
    only: "Nothing else will come.",
  },
});
