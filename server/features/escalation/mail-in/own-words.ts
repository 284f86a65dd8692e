import EmailReplyParser from "email-reply-parser";

/** Characters that are looked through; what a person writes above a quote is less. */
const READ = 20_000;

/** What somebody wrote above the mail that they answer: without the quote, and without a signature of a known form. */
export function ownWords(text: string): string {
  const own = new EmailReplyParser().parseReply(withoutEmptyLines(text.slice(0, READ))).trim();
  // who answers between the lines, or with nothing but a quote, says it there
  return own || text.trim();
}

/** One empty line at most: over many of them the parser would take its time squared. */
const withoutEmptyLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line, at, lines) => line !== "" || lines[at - 1] !== "")
    .join("\n");
