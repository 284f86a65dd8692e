import { describe, expect, it } from "vitest";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { createRandom } from "#test/eval/support/bootstrap.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

const KNOWN = ["https://example.com/help", "https://example.com", "help@example.com", "docs.example.com/a_b?Id=7"];
const passages = splitPassages(
  sampleArticle("a/part", "Requests", {
    Approval: prose(
      `See ${KNOWN[0]} or ${KNOWN[1]} for the approval. Write to ${KNOWN[2]} about the login. Read (${KNOWN[3]}) first.`,
      "Our wiki has https://wiki.example.org/Login_(new), https://example.net/a,b and https://Example.edu/Path/.",
    ),
  }),
);
const source = { n: 1, articleId: "a/part", section: "", title: "", url: "" };
const check = (text: string) => checkSentence({ text, citations: [1] }, [{ passages, source }]);

describe("an address that the source has", () => {
  it.each([
    "Requests: ADDRESS.",
    "Requests: ADDRESS, or the approval.",
    "Requests: ADDRESS; the approval.",
    "Requests (ADDRESS).",
    "Requests: (the approval, ADDRESS), or the approval.",
    "Requests: [ADDRESS]: the approval.",
    "Requests: “ADDRESS”.",
    "Requests: „ADDRESS“.",
    "Requests: »ADDRESS«!",
    "Requests: 'ADDRESS'.",
    "Requests: <ADDRESS>.",
    "Requests: **ADDRESS**.",
    "Requests: `ADDRESS`.",
    "Requests: [the approval](https://evil.example/x), ADDRESS.",
    "Requests: [ADDRESS](https://evil.example/x).",
    "Requests: ADDRESS…",
    "Requests: ADDRESS",
  ])("passes with the punctuation of its sentence: %s", (carrier) => {
    for (const address of KNOWN)
      expect(check(carrier.replace("ADDRESS", address)), address).toMatchObject({ result: "supported" });
  });

  it.each([
    "See example.com/help for the approval.",
    "See HTTPS://EXAMPLE.COM/help for the approval.",
    "Our wiki has https://wiki.example.org/Login_(new).",
    "Our wiki (https://wiki.example.org/Login_(new)).",
    "Our wiki has https://example.net/a,b, and others.",
    "Our wiki has https://example.edu/Path/.",
    "See https://example.com/ for the approval.",
  ])("passes as it may be written: %s", (text) => {
    expect(check(text)).toMatchObject({ result: "supported" });
  });

  it.each([
    "Our wiki has https://wiki.example.org/Login_(new.",
    "Our wiki has https://wiki.example.org/Login_.",
    "Our wiki has https://example.net/a.",
    "Our wiki has https://example.net/a,c.",
    "Our wiki has https://example.edu/path/.",
    "Our wiki has https://example.edu/Path.",
    "Read docs.example.com/a_b?id=7 first.",
    "See https://example.com?Id=7 for the approval.",
    "Write to help @example.com about the login.",
    "Write to ｈelp@example.com about the login.",
  ])("is withheld where it is another: %s", (text) => {
    expect(check(text)).toMatchObject({ result: "withheld", reason: "address" });
  });

  it("never passes with anything at it or in it, though the source has each part", () => {
    const random = createRandom(11);
    const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // never empty
    for (let round = 0; round < 3000; round++) {
      const address = one(KNOWN);
      const changed = one(CHANGES)(
        address,
        one(["approval", "login", "wiki", "first", "help", "docs.example.com"]),
        random,
      );
      const text = one([
        "Requests: ADDRESS.",
        "Requests: “ADDRESS”.",
        "Requests (the approval, ADDRESS), or the approval.",
      ]);
      expect(check(text.replace("ADDRESS", changed)), changed).toMatchObject({ result: "withheld" });
    }
  });
});

const SEPARATORS = [
  ...Array.from("＠@,;|!?:*'\"“”‘’«»(){}[]<>~^$&=+#%…·•—–-_\\/"),
  ",@",
  ";@",
  "@@",
  "|/",
  "://",
  "\u3164",
  "\u2800",
  "\u034F",
  "\uFE0F",
];
type Change = (address: string, word: string, random: () => number) => string;

/** One letter in its place written in another way. */
const letterAs =
  (write: (letter: string) => string): Change =>
  (address, _, random) => {
    const letters = [...address.matchAll(/(?<=[a-z])[a-z](?=[a-z])/g)].map(({ index }) => index);
    const at = letters[Math.floor(random() * letters.length)] ?? 0;
    return address.slice(0, at) + write(address.charAt(at)) + address.slice(at + 1);
  };
const shifted = (by: number) => letterAs((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + by));

const CHANGES: Change[] = [
  (address, word, random) => address + (SEPARATORS[Math.floor(random() * SEPARATORS.length)] ?? "") + word,
  (address, word, random) => word + (SEPARATORS[Math.floor(random() * SEPARATORS.length)] ?? "") + address,
  (address, word) => `${address}(${word})`,
  (address, word) => `${address}[${word}]`,
  (address, word) => `${address}"${word}"`,
  (address, word) => `${word}@${address}`,
  (address, word) => address.replace("://", `://${word}@`).replace(/^(?!https)/, `${word}:x@`),
  shifted(0xfee0), // wide
  shifted(0x1d5ee - 97), // mathematical
  shifted(0x24d0 - 97), // in a circle
  letterAs((letter) => `\u200B${letter}`),
  letterAs((letter) => `\u00AD${letter}`),
  letterAs((letter) => `\u2060${letter}`),
  letterAs((letter) => `${letter}\u0301`),
  letterAs((letter) => `${letter}\u034F`),
  letterAs((letter) => `%${letter.charCodeAt(0).toString(16)}`),
  letterAs((letter) => `&#${letter.charCodeAt(0)};`),
  (address) => address.replace(".com", "．com"),
  (address) => address.replace(".com", "。com"),
  (address) => address.replace(".com", "․com"),
  (address) =>
    address
      .replace(/\/(?=\w)|@/, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))
      .replace(/^https:\/\/example.com$/, "https:／／example.com"),
];
