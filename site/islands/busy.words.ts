import { defineWords } from "#content/words.ts";

export const busyWords = defineWords("busy", { working: "Working on it." });
