import { defineWords } from "#content/words.ts";

export const sessionProblemWords = defineWords("signInProblems", {
  noProductLinks: "This hub takes no links from a product.",
  usedProductLink: "This link has been used already. Go back to the product and open it again.",
  noMail: "This hub sends no mail, so nobody can sign in by it.",
  usedMailLink: "This link has been used, or is more than 15 minutes old. Ask for a new one.",
  otherWorkspace: "You do not belong to this workspace.",
});
