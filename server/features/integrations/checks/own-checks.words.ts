import { defineWords } from "#content/words.ts";

/** The first sentence of what Ask says of a reader's own connection. Times are UTC. */
export const ownCheckWords = defineWords("ownChecks", {
  fine: "Everything in your connection to {crm} is fine, seen {day} at {time} UTC.",
  fails: "Your connection to {crm} fails, seen {day} at {time} UTC.",
  hasSomething: "Your connection to {crm} has something to look at, seen {day} at {time} UTC.",
});
