import { defineWords } from "#content/words.ts";

export const askProblemWords = defineWords("askProblems", {
  several: "Several answers are being written for you. Wait for one to end.",
  full: "After {most} questions a thread is full. Begin a new question; what you typed can be asked there.",
  notKept: "This answer is not kept any more.",
  restart: "The hub is being restarted. Ask again in a moment.",
});
