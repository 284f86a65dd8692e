import { defineWords } from "#content/words.ts";

export const linkMailWords = defineWords("signInMail", {
  subject: "Sign in at {product} {hub}",
  somebody: "Somebody, probably you, wants to sign in with this address.",
  open: "Open this link and press the button.",
  once: "It works once, within {minutes} minutes:",
  notYou: "You did not ask for it? Then nothing happens, and you can delete this mail.",
});
