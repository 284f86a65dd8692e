import { fenceAfter, fenceOf } from "./fences.ts";

/** Marks as Markdown has them: GitBook writes `**the file **name` for what it shows as bold. */
export function readGitBook(body: string): string {
  let fence: string | null = null;
  return body
    .split("\n")
    .map((line) => {
      const mark = fenceOf(line);
      const isCode = fence !== null || mark !== null;
      fence = fenceAfter(fence, mark);
      return isCode || !line.includes("**") || /`[^`]*\*\*[^`]*`/.test(line) ? line : closeMarks(line);
    })
    .join("\n");
}

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
