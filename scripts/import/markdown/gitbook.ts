import { changeLines } from "./fences.ts";

/** Marks as Markdown has them: GitBook writes `**the file **name` for what it shows as bold. */
export const readGitBook = (body: string): string =>
  changeLines(body, (line, isCode) =>
    isCode || !line.includes("**") || /`[^`]*\*\*[^`]*`/.test(line) ? line : closeMarks(line),
  );

/** What stands between every other pair of stars is bold: its spaces go outside. */
function closeMarks(line: string): string {
  const parts = line.split("**");
  if (parts.length % 2 === 0) return line;
  return parts.map((part, index) => (index % 2 === 0 ? part : aroundWords(part))).join("");
}

function aroundWords(part: string): string {
  const words = part.trim();
  if (words === "") return `**${part}**`;
  const at = part.indexOf(words);
  return `${part.slice(0, at)}**${words}**${part.slice(at + words.length)}`;
}
