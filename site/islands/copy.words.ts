import { defineWords } from "#content/words.ts";

/** Apart from the other words of a page, which every page loads. */
export const copyWords = defineWords("page", {
  linkCopied: "Link copied",
  copied: "Copied",
  copyCode: "Copy this",
  notCopied: "Not copied. The text is marked: copy it yourself.",
});
