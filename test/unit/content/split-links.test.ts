import { describe, expect, test } from "vitest";
import { splitLinks } from "#content/split-links.ts";

const linksIn = (text: string) => splitLinks(text).filter(({ href }) => href !== null);
const textsIn = (text: string) => linksIn(text).map((link) => link.text);
const joined = (text: string) =>
  splitLinks(text)
    .map((part) => part.text)
    .join("");

test("addresses are parts of their own, and the rest stays what it is", () => {
  expect(splitLinks("See https://example.com/a?b=1#c and http://localhost:3000/x now")).toEqual([
    { text: "See ", href: null },
    { text: "https://example.com/a?b=1#c", href: "https://example.com/a?b=1#c" },
    { text: " and ", href: null },
    { text: "http://localhost:3000/x", href: "http://localhost:3000/x" },
    { text: " now", href: null },
  ]);
  expect(splitLinks("no address")).toEqual([{ text: "no address", href: null }]);
  expect(splitLinks("")).toEqual([]);
});

test.each([
  ["It is at https://example.com/a.", "https://example.com/a"],
  ["(https://example.com/a)", "https://example.com/a"],
  ["[here](https://example.com/a), then", "https://example.com/a"],
  ["<https://example.com/a>", "https://example.com/a"],
  ["“https://example.com/a”!?", "https://example.com/a"],
  ["**https://example.com/a**", "https://example.com/a"],
  ['href="https://example.com/a">', "https://example.com/a"],
  ["https://example.com/Lead_(sales)", "https://example.com/Lead_(sales)"],
  ["(https://example.com/Lead_(sales)).", "https://example.com/Lead_(sales)"],
  ["请看https://example.com/a。谢谢", "https://example.com/a"],
  ["https://example.com/a/\nhttp next", "https://example.com/a/"],
  ["HTTPS://Example.COM/A", "HTTPS://Example.COM/A"],
  ["https://example.com:443/a", "https://example.com:443/a"],
])("what a sentence puts around an address is no part of it: %s", (text, address) => {
  expect(textsIn(text)).toEqual([address]);
  expect(joined(text)).toBe(text);
});

describe("nothing but http and https, with a host that is what it looks like", () => {
  test.each([
    "javascript:alert(1)",
    "javascript:https://",
    "data:text/html,<script>alert(1)</script>",
    "ftp://example.com/",
    "git+https://example.com/",
    "xhttps://example.com/",
    "https://",
    "https:///example.com/",
    "https://[::1/",
    "https://exa%00mple.com/",
    "https://bank.example@evil.example/",
    "https://bank.example:443@evil.example/",
    "https://bank.example%2f@evil.example/",
  ])("%s is text", (text) => {
    expect(linksIn(text)).toEqual([]);
    expect(joined(text)).toBe(text);
  });

  test.each([
    // a Cyrillic а
    ["https://b\u0430nk.example/login", "https://xn--bnk-6cd.example/login"],
    ["https://bücher.example/ä", "https://xn--bcher-kva.example/ä"],
    ["https://bank.example\u2044evil.example/", "https://bank.xn--exampleevil-lx3f.example/"],
    ["https://bank.example\uff0fevil.example/", "https://bank.example"],
    ["http://0x7f000001/", "http://127.0.0.1/"],
    ["http://2130706433/", "http://127.0.0.1/"],
    ["https://ba%6ek.example/", "https://bank.example/"],
    ["https://evil.example\\@bank.example/", "https://evil.example"],
  ])("%s", (text, shown) => {
    expect(textsIn(text)[0]).toBe(shown);
  });

  test("a mark that is not seen, or turns the line around, ends an address", () => {
    expect(textsIn("https://example.com/\u202egpj.exe")).toEqual(["https://example.com/"]);
    expect(textsIn("https://exa\u200bmple.com/")).toEqual(["https://exa"]);
    expect(textsIn("https://exam\u00adple.com/")).toEqual(["https://exam"]);
  });

  test("markup in an address is text, and every href is one that a browser reads as that host", () => {
    const hostile = `https://a.example/"onmouseover="alert(1) https://a.example/'><img src=x onerror=alert(1)>`;
    expect(linksIn(hostile).map(({ href }) => href)).toEqual(["https://a.example/", "https://a.example/"]);
    expect(joined(hostile)).toBe(hostile);
  });
});

test("text made to be slow is not", () => {
  const began = performance.now();
  for (const piece of ["https://", ")", "https://a.b/(", "https://a.b/)))", "."])
    splitLinks(`https://a.example/${piece.repeat(20_000)}`);
  expect(performance.now() - began).toBeLessThan(1000);
});
