import { defineWords } from "#content/words.ts";

export const fixedMailWords = defineWords("fixedMail", {
  subject: "{product} {hub}: “{title}” has been mended",
  rewritten:
    "This article did not answer your question, and you asked to be told when that is mended. It has been rewritten:",
  atItsFoot: "At its foot you can say whether it answers your question now.",
  only: "This is the only mail about it. Nothing else will come, so there is nothing to unsubscribe from.",
  notYou: "You did not ask for this? Then somebody typed your address by mistake.",
});
