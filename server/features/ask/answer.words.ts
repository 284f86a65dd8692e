import { defineWords } from "#content/words.ts";

/** What the hub says of its own in an answer; such sentences cite nothing. */
export const SAY = defineWords("answer", {
  unanswered: "That was not found in the articles.",
  nearest: "These sections come nearest. A person can tell you more.",
  nothingNear: "A person can tell you more.",
  partial: "The articles may answer only a part of this.",
  each: "This is what the articles say of each.",
  lacks: "Not in these articles: {what}. This is what comes nearest.",
  rest: "The rest of the question is not in the articles.",
  withheld: "A part of the answer could not be confirmed in the articles and was left out.",
  unconfirmed: "The answer that was written could not be confirmed. This is what the articles say.",
  otherLanguage: "The articles on this are in {languages}. This is what they say.",
  unchecked: "An answer in {languages} cannot be checked yet. This is what the articles say.",
  standIn: "The answer could not be written just now. This is what the articles say.",
  standInAfter: "The answer broke off here. This is what the articles say.",
  overBudget: "As many answers as this hub may have written are written for now. This is what the articles say.",
  cutShort: "The answer was too long and ends here. The sections say the rest.",
  verifyLead: "It worked when you see this:",
});
