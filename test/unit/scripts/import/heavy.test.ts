/** Pages that would keep a parser busy for minutes are read quickly, or told and left out. */
import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { openImport } from "#test/support/import-content.ts";

const { source, run } = openImport();

/** Each took minutes, or would have; a busy machine needs a few seconds for what is linear. */
const BOUND_MS = 60_000;
const spaces = (count: number) => " ".repeat(count);

const READ: Record<string, string> = {
  "a line of spaces in code": `\`\`\`\n${spaces(900_000)}\n\`\`\``,
  "a mark of a line before spaces": `\`\`\`\n// highlight-start${spaces(400_000)}x\n\`\`\``,
  "braces beside a language": `\`\`\`js ${"{".repeat(400_000)}\nx\n\`\`\``,
  "spaces within words": `a${spaces(59_000)}b`,
  "spaces within a mark": `**a**${spaces(59_000)}b **c${spaces(500)}d**`,
  "quotes that nothing closes": `{${'\\"'.repeat(25_000)}`,
  "steps of one title": `<Steps>\n\n${"1. a\n".repeat(2000)}\n</Steps>`,
  "a call around spaces": `export const a = require(${spaces(50_000)}x`,
};

test.each(Object.entries(READ))(
  "read: %s",
  async (_, body) => {
    source({ "a.mdx": `---\ntitle: A heavy page\n---\n\nWith a few words that are enough.\n\n${body}\n` });
    const started = performance.now();
    const { files } = await run({ flavour: "markdown" });
    expect(files).toEqual(["articles/general/a.mdx"]);
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
  },
  BOUND_MS * 2,
);

const many = (words: string) => words.repeat(200_000 / words.length);
const REFUSED: Record<string, string> = {
  ...Object.fromEntries(
    ["[", "<", "`x", "|x", ":::", "*a", "**a*", "_a ", "> ", ">", "- ", "1. "].map((each) => [each, many(each)]),
  ),
  "quotes beside each other": many("> a\n\n"),
  "lists beside each other": many("- a\n\nb\n\n"),
  "brackets in one paragraph": "[a][".repeat(10_000),
  "a long address": `http://a.b/${"!".repeat(50_000)}a`,
  "underlined headings": many("a\n===\n\n"),
  "lists and quotes in turns": many("- a\n> a\n"),
};

test.each(Object.entries(REFUSED))(
  "refused: %s",
  async (_, body) => {
    const front = "---\ntitle: A heavy page\n---\n\n";
    source({ "a.md": front + body, "b.md": `${front}With a few words that are enough.\n` });
    const started = performance.now();
    const { files, told } = await run();
    expect(files).toEqual(["articles/general/b.mdx"]);
    expect(told.join("\n")).toMatch(/^a\.md:1 .* is more than is read/m);
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
  },
  BOUND_MS * 2,
);

test(
  "read: a navigation of as many entries as a file may have",
  async () => {
    const entries = Array.from({ length: 90_000 }, (_, index) => `* [a](${index})\n`);
    source({
      "SUMMARY.md": entries.join("").slice(0, 990_000),
      "a.md": "---\ntitle: A page\n---\n\nWith a few words.\n",
    });
    const started = performance.now();
    await run({ flavour: "gitbook", dryRun: true });
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
  },
  BOUND_MS * 2,
);
