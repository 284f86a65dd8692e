import { defineWords } from "#content/words.ts";

export const whenWords = defineWords("when", {
  today: "today",
  yesterday: "yesterday",
  onDay: "on {day}",
  moment: "{day} at {time}",
});
