import { defineWords } from "#content/words.ts";

export const ownerMailWords = defineWords("ownerMail", {
  subject: "{product}: the connection to {name} needs you",
  wrong: "Referrals may not reach {name} any more. A check has just found what is wrong:",
  aField: "a mapped field",
  see: "See what to do, and check again:",
  once: "This mail comes once. The next one comes only after the connection has worked again.",
});
