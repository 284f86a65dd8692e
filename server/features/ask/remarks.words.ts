import { defineWords } from "#content/words.ts";

/** What is answered to what is no question, by what it was. */
export const remarkWords = defineWords("remarks", {
  greeting: "Hello. Ask about anything that the articles explain, such as an error message or a setting.",
  thanks: "You are welcome. If something does not work after all, ask again or write to a person.",
  person:
    "A person can take this over: choose “Ask a person this”, and what you asked here goes along if you want it to.",
  abuse:
    "I am sorry that this did not help. A person can take it over: choose “Ask a person this”, and what you asked here goes along if you want it to.",
  vague:
    "Say a little more: what you were doing, in which CRM, and the message that you see, word for word. Or let a person look: choose “Ask a person this”.",
  self: "These are answers from the articles of this hub, each with a link to where it says so. What the articles do not say is not answered here; a person can help with that.",
});
