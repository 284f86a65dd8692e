import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

/**
 * What an article says, and sentences of it that are true and that are not. `source` is one text or its paragraphs.
 * `missed` are false ones that pass still, `refused` true ones that do not: who mends one moves it.
 */
type Entry = { source: string | string[]; language?: string } & Partial<Record<Verdict, string[]>>;
type Verdict = "passes" | "withheld" | "missed" | "refused";

const FOLDER = new URL("sentences/", import.meta.url);
const kinds = readdirSync(FOLDER).map((file) => ({
  kind: file.replace(".yaml", ""),
  entries: parse(readFileSync(new URL(file, FOLDER), "utf8")) as Entry[], // ours, beside this file
}));

/** What becomes of a sentence that cites an article of these paragraphs. */
function judge({ source, language = "en" }: Entry, text: string): string {
  const article = sampleArticle("a/part", "Help", { "": prose(...[source].flat()) }, { language });
  const passages = splitPassages(article);
  const numbered = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
  const checked = checkSentence({ text, citations: [1] }, [{ passages, source: numbered }]);
  return checked.result === "withheld" ? `withheld: ${checked.reason} ${checked.what}` : checked.result;
}

describe.each(kinds)("sentences that are hard to tell: $kind", ({ entries }) => {
  const all = (of: Verdict) => entries.flatMap((entry) => (entry[of] ?? []).map((text) => ({ text, entry })));

  it.each(all("passes"))("passes: $text", ({ text, entry }) => {
    expect(judge(entry, text)).toBe("supported");
  });
  it.each(all("withheld"))("is withheld: $text", ({ text, entry }) => {
    expect(judge(entry, text)).toMatch(/^withheld/);
  });
  if (all("missed").length > 0)
    it.fails.each(all("missed"))("should be withheld: $text", ({ text, entry }) => {
      expect(judge(entry, text)).toMatch(/^withheld/);
    });
  if (all("refused").length > 0)
    it.fails.each(all("refused"))("should pass: $text", ({ text, entry }) => {
      expect(judge(entry, text)).toBe("supported");
    });
});
