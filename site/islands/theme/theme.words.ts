import { defineWords } from "#content/words.ts";

export const themeWords = defineWords("theme", {
  label: "Theme",
  system: "as the system has it",
  light: "light",
  dark: "dark",
});
