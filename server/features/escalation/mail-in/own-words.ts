import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { inTime } from "#server/core/in-time.ts";

/** Characters that are looked through; what a person writes above a quote is less. */
const READ = 20_000;
/** A person's mail takes milliseconds once the parser is loaded. */
const PATIENCE_MS = 3000;

/** What somebody wrote above the mail that they answer: without the quote, and without a signature of a known form. */
export async function ownWords(text: string): Promise<string> {
  const own = (await afterOthers(withoutEmptyLines(text.slice(0, READ)))).trim();
  // who answers between the lines, or with nothing but a quote, says it there
  return own || text.trim();
}

/** Some texts take the parser minutes: it has a thread of its own, kept for the next mail unless it has to be ended. */
let parser: Worker | null = null;
let parsing: Promise<string> = Promise.resolve("");

/** One at a time: the parser's answer does not say which text it is of. */
function afterOthers(text: string): Promise<string> {
  parsing = parsing.then(() => parse(text));
  return parsing;
}

/** Never fails: the next mail would with it. @returns "" where the parser did not start, or found no end in time */
async function parse(text: string): Promise<string> {
  try {
    parser ??= startParser();
    // it answers with text alone
    const answer = once(parser, "message") as Promise<[string]>;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parser.postMessage(text);
    return (await inTime(answer, PATIENCE_MS))[0];
  } catch {
    await parser?.terminate();
    parser = null;
    return "";
  }
}

function startParser(): Worker {
  const started = new Worker(new URL("own-words.worker.ts", import.meta.url));
  started.unref(); // it keeps no process from ending
  return started;
}

/** One empty line at most: over many of them the parser would take its time squared. */
const withoutEmptyLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line, at, lines) => line !== "" || lines[at - 1] !== "")
    .join("\n");
