import { defineWords } from "#content/words.ts";

/** Why somebody came back from a CRM unconnected. */
export const connectProblemTexts = defineWords("connectProblems", {
  missing: { title: "{crm} sent you back without what was sent along.", todo: "Connect once more." },
  used: { title: "This sign-in was used before, or was not begun here.", todo: "Connect once more." },
  late: { title: "The sign-in took longer than ten minutes.", todo: "Connect once more." },
  swapped: { title: "The sign-in that came back was not begun for {crm}.", todo: "Connect once more, in one window." },
  foreign: {
    title: "The sign-in was begun by somebody else, or in another browser.",
    todo: "Connect once more from here, and stay in this browser.",
  },
  signed_out: { title: "You were signed out in between.", todo: "Sign in here, then connect once more." },
  denied: {
    title: "You did not let us in at {crm}. Nothing has changed.",
    todo: "Connect once more when you are ready, and agree there.",
  },
  wrong_issuer: {
    title: "The answer did not come from {crm}, so it was not used.",
    todo: "Connect once more. If it happens again, tell support.",
  },
  gone: { title: "The connection was removed in between.", todo: "Begin the setup again." },
  unavailable: { title: "{crm} is not available here yet.", todo: "Support knows when it will be." },
});
