import { describe, expect, it } from "vitest";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import { toPlainText } from "#server/features/ask/check/plain-text.ts";
import type { NumberedSource } from "#server/features/ask/sources.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { splitPassages, textOfBlock } from "#server/knowledge/split-passages.ts";
import { createRandom } from "#test/eval/support/bootstrap.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const sources: NumberedSource[] = sampleKnowledge.articles.flatMap(splitPassages).map((passage, at) => ({
  passages: [passage],
  source: { n: at + 1, articleId: passage.article.id, section: "", title: "", url: "" },
}));

describe("what always holds of the checker", () => {
  it("a sentence that stands in a passage word for word passes with it", () => {
    let tried = 0;
    for (const source of sources) {
      for (const block of source.passages.flatMap(({ blocks }) => blocks)) {
        const texts =
          block.type === "prose" ? [block.text] : block.type === "step" ? [block.text] : [block.cause, block.fix];
        for (const text of texts.flatMap(splitSentences)) {
          tried++;
          expect(checkSentence({ text, citations: [source.source.n] }, [source]), text).toMatchObject({
            result: "supported",
          });
        }
        expect(toPlainText(textOfBlock(block))).not.toBe("");
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  it("an address that no source has never passes, in whatever disguise", () => {
    const random = createRandom(3);
    const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // never empty
    for (let round = 0; round < 4000; round++) {
      const word = Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
        one(Array.from("abcdeижбüñ語0123xyz")),
      ).join("");
      const host = `${word}${one([".", "．", "。", "｡", "․", "[.]", "(.)", " [dot] ", " dot ", "\u200b.", ".\u200b", "\u202e.", "&#46;", "%2e"])}${one(["com", "example", "рф", "io", "co.uk", "zip", "xn--p1ai"])}`;
      const address = one(DISGUISES)(host);
      const sentence = one(CARRIERS).replace("ADDRESS", address);
      const checked = checkSentence({ text: sentence, citations: [1, 2, 3] }, sources);
      if (checked.result === "withheld") continue;
      // what only a link pointed to is gone, and what is left is the source's own
      expect(checked.sentence.text, sentence).not.toContain(word);
    }
  });

  it.each([
    ["one word", "a".repeat(20_000)],
    ["at signs", "@".repeat(20_000)],
    ["dots", "a.".repeat(10_000)],
    ["slashes", "/a".repeat(10_000)],
    ["quotes", '"'.repeat(20_000)],
    ["open brackets", "[".repeat(20_000)],
    ["open tags", "<a ".repeat(7_000)],
    ["stars", "*a".repeat(10_000)],
    ["backticks", "`a".repeat(10_000)],
    ["digits", "1,".repeat(10_000)],
    ["blanks", " ".repeat(20_000)],
    ["capitals", "Abc ".repeat(5_000)],
    ["words", "the CRM tab ".repeat(1_700)],
  ])("a sentence of 20,000 characters is judged in time: %s", (_, text) => {
    const begun = performance.now();
    checkSentence({ text, citations: [1] }, sources);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

const DISGUISES: ((host: string) => string)[] = [
  (host) => `https://${host}/help`,
  (host) => host,
  (host) => `www.${host}`,
  (host) => `//${host}`,
  (host) => `hxxps://${host}`,
  (host) => `help@${host}`,
  (host) => `mailto:help@${host}`,
  (host) => `[the CRM tab](https://${host}/x)`,
  (host) => `<a href="https://${host}">the CRM tab</a>`,
  (host) => `![CRM](https://${host}/x.png)`,
  (host) => `<https://${host}>`,
  (host) => `javascript:open("${host}")`,
  (host) => `data:text/html,${host}`,
  (host) => `${host}:8443`,
];
const CARRIERS = [
  "Press Connect in the CRM tab at ADDRESS.",
  "ADDRESS In your campaign, open Campaign Settings › Integrations and API › CRM.",
  "Four CRMs connect directly: HubSpot, Salesforce, Intercom and ServiceTitan (ADDRESS).",
  "Sign in, fill in two tabs and save “ADDRESS”.",
];
