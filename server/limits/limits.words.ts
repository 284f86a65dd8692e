import { defineWords } from "#content/words.ts";

export const limitWords = defineWords("limits", {
  later: "That was a lot in a short time. Try again in {wait}.",
  soon: "That was a lot in a short time. Try again in a moment.",
  seconds: { one: "{count} second", other: "{count} seconds" },
  minutes: { one: "{count} minute", other: "{count} minutes" },
  hours: { one: "{count} hour", other: "{count} hours" },
  manyLook: "Many people are looking. Ask again in a minute.",
  filesOnTheirWay: "Files are on their way from your network already. Try again when they have arrived.",
});
