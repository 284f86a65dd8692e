import { describe, expect, it } from "vitest";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import { toPlainText } from "#server/features/ask/check/plain-text.ts";
import type { NumberedSource } from "#server/features/ask/sources.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { splitPassages, textOfBlock } from "#server/knowledge/split-passages.ts";
import { createRandom } from "#test/eval/support/bootstrap.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

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

  it.each(["Yes, ", "No. ", "**No**: ", "Yes – ", "Ja! ", "Nein, "])("a true sentence loses %j before it", (answer) => {
    for (const source of sources) {
      for (const text of source.passages.flatMap((passage) => splitSentences(passage.text))) {
        const sentOf = (written: string) => {
          const checked = checkSentence({ text: written, citations: [source.source.n] }, [source]);
          return checked.result === "withheld" ? checked.reason : checked.sentence.text;
        };
        expect(sentOf(answer + text)).toBe(sentOf(text));
      }
    }
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

  it.each(["1–2", "1,000", "10", "2026", "4.1.1", "AMQ9526"])(
    "%s with one digit more or less never passes",
    (figure) => {
      const digits = "0123456789".split("");
      const changed = figure.split("").flatMap((sign, at) => {
        const [before, after] = [figure.slice(0, at), figure.slice(at + 1)];
        const more = digits.flatMap((digit) => [`${before}${digit}${sign}${after}`, `${before}${digit}${after}`]);
        return /\d/.test(sign) ? [`${before}${after}`, ...more] : [];
      });
      const wrong = changed.filter(
        (other) => /\d/.test(other) && !/^[–,.]|[–,.]$|[,.][,.]/.test(other) && !isSame(other, figure),
      );
      expect(wrong.length).toBeGreaterThan(20);
      for (const other of wrong) {
        expect(judge(FIGURES.replaceAll("N", other), FIGURES.replaceAll("N", figure)), other).toBe("withheld");
      }
      expect(judge(FIGURES.replaceAll("N", figure), FIGURES.replaceAll("N", figure))).toBe("supported");
    },
  );

  it.each(["TIP_TIMEOUT", "ip_addr", "user-name2", "AMQ9526E"])("a code in angle brackets is a code: <%s>", (code) => {
    const article = `Set <${code}> before you start the listener.`;
    expect(judge(article, article)).toBe("supported");
    for (let at = 0; at < code.length; at++) {
      if (!/[\p{L}\p{N}]/u.test(code.charAt(at))) continue;
      const other = `${code.slice(0, at)}q7${code.slice(at + 1)}`;
      expect(judge(article.replace(code, other), article), other).toBe("withheld");
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

const FIGURES = "The approval of your request takes N days of work.";
/** "05" is 5, and "1,000" 1000. */
const isSame = (one: string, other: string) =>
  one.replace(",", "").replace(/(?<!\d)0(?=\d)/, "") === other.replace(",", "");

/** What becomes of a sentence that cites an article of one sentence. */
function judge(text: string, article: string): string {
  const passages = splitPassages(sampleArticle("a/part", "Requests", { "": prose(article) }));
  const source = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
  return checkSentence({ text, citations: [1] }, [{ passages, source }]).result;
}

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
