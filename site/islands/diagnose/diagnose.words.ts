import { defineWords } from "#content/words.ts";

export const diagnoseWords = defineWords("diagnose", {
  back: "Back",
  restart: "Start again",
  path: "Your answers",
  arrow: " → ",
  trail: "“{title}”: {path}",
});
