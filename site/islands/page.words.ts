import { defineWords } from "#content/words.ts";

export const pageWords = defineWords("page", {
  linkCopied: "Link copied",
  copied: "Copied",
});
