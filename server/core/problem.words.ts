import { defineWords } from "#content/words.ts";

/** Problems that any route may have, and that readers see; what only programs run into is said in English, where it is. */
export const problemWords = defineWords("problems", {
  internal: "This is on our side, and it is in our log. Try again in a minute.",
  unavailable: "This cannot be read or saved right now. Try again in a minute.",
  elsewhere: "This must be sent from a page of this hub.",
  invalid: "Something here is missing or has the wrong form.",
  nul: "The text holds a character that cannot be stored (NUL).",
  brokenOff: "The request broke off before its end. Send it again.",
  unreadable: "The form cannot be read. Send it again.",
  tooLarge: "Send at most {size}.",
  wordsTooLarge: "Send at most {size} beside the files.",
  signInFirst: "Sign in first.",
  noArticle: "There is no article “{article}”.",
  fields: {
    missing: "is missing",
    empty: "is empty",
    email: "write a full e-mail address",
    tooShort: "is too short: write {least} characters at least",
    tooLong: "is too long: write {most} characters at most",
  },
});
