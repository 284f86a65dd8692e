import { defineWords } from "#content/words.ts";

export const feedbackWords = defineWords("feedback", {
  sending: "Sending",
  changed: "Changed.",
  counted: "Counted.",
  weWriteToWhen: " We write to {email} when it is fixed.",
  thankYouYourWords: " Thank you, your words are with whoever keeps this article.",
  notCounted: "Not counted.",
  tryNow: "Try now",
});
