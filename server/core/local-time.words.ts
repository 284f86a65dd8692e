import { defineWords } from "#content/words.ts";

export const localTimeWords = defineWords("localTime", {
  yesterday: "yesterday",
  today: "today",
  tomorrow: "tomorrow",
  moment: "{day} at {time} ({place} time)",
});
