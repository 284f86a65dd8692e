import { defineWords } from "#content/words.ts";

export const attachmentWords = defineWords("attachments", {
  kinds: "pictures (PNG, JPEG, WebP), PDFs or plain text",
  /** What is wrong with a file, in words that follow its name. */
  faults: {
    empty: "is empty.",
    too_large: "is larger than 5 MB.",
    unknown: "is no picture (PNG, JPEG, WebP), no PDF and no plain text in UTF-8.",
    damaged: "is damaged or cut off. Save it again, then attach that.",
  },
});
