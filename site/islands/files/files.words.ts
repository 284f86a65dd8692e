import { defineWords } from "#content/words.ts";

export const filesWords = defineWords("files", {
  filesToSend: "Files to send",
  remove: "Remove",
  remove2: "Remove {name}",
  removeIt: "“{name}” {words} Remove it.",
  theseAreFilesSend: "These are {count} files. Send at most {max}.",
  noFileGoesAlong: "No file goes along.",
  along: { one: "{count} file goes along.", other: "{count} files go along." },
  cannotBeReadAny: "cannot be read any more. Choose it again.",
});
