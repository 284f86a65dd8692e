import { describe, expect, it, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { writeHtml } from "#server/outbox/html/write-html.ts";
import { linksIn, wordsIn, partsIn } from "#test/support/mail-html.ts";

const hub = loadHub("content");
const look = { hub, publicUrl: "https://help.example.com" };
const OWN = "https://help.example.com/receipts/abc";
const write = (text: string, more: object = {}) => writeHtml(look, { subject: "A mail", text, ...more });
const partsOf = async (text: string, more: object = {}) => partsIn(await write(text, more));

describe("the parts of a text", () => {
  it("are paragraphs with their lines, lists, and quotes set apart", async () => {
    const text = "One\nTwo\n\n- a\n- b\n    more of b\n\n> Said\n> before\n  in from the edge\n";
    expect(await partsOf(text)).toEqual([
      '<p dir="auto">One<br>Two</p>',
      '<ul dir="auto"><li>a</li><li>b<br>more of b</li></ul>',
      '<blockquote><p dir="auto">Said<br>before</p></blockquote>',
      '<p dir="auto">\u00a0\u00a0in from the edge</p>',
    ]);
  });
  it("may follow each other without an empty line", async () => {
    const text = "What it found:\n- a\n- b\nGo on.\n> Said\nNo.";
    expect((await partsOf(text)).map((part) => part.slice(1, 3))).toEqual(["p ", "ul", "p ", "bl", "p "]);
  });
});

describe("the one thing to do", () => {
  const button = async (text: string, action: string) =>
    /<td><a href="(.*?)" dir="auto">(.*?)<\/a>/.exec(await write(text, { action }));

  test.each([
    ["on the line before its link", `Hello.\n\nFollow it here:\n${OWN}\n\nBye.\n`, "Follow it here:", "Follow it here"],
    ["on the line of its link", `Read it at the desk: ${OWN}\n`, "Read it at the desk:", "Read it at the desk"],
    ["before other words", `You asked. Open it. It works once:\n${OWN}`, "Open it.", "Open it"],
  ])("is a button: its words stand %s", async (_where, text, action, says) => {
    const [, href, words] = (await button(text, action)) ?? [];
    expect([href, words]).toEqual([OWN, says]);
    const html = await write(text, { action });
    expect(wordsIn(html)).toEqual(wordsIn(`<p>${hub.product.name} ${hub.product.hub} ${text}</p>`));
    expect(linksIn(html)).toEqual([OWN, OWN]);
  });
  it("is the writer's, where people wrote the same above it", async () => {
    const text = `Go on:\nhttps://help.example.com/theirs\n\nGo on:\n${OWN}`;
    expect((await button(text, "Go on:"))?.[1]).toBe(OWN);
  });
  it("stays a link where the text has no such words, or they have no link to this hub", async () => {
    expect(await button(`Go on:\n${OWN}`, "Go back:")).toBeNull();
    expect(await button("Go on:\nhttps://evil.example/", "Go on:")).toBeNull();
  });
});

describe("an address", () => {
  test.each([
    "https://help.example.com",
    `${OWN}?a=1&b=2#c`,
    "https://help.example.com?x",
    "https://help.example.com/é",
  ])("of this hub is a link: %s", async (address) => {
    expect(linksIn(await write(`See (${address}), and ${address}.`))).toEqual([address, address]);
  });
  test.each([
    "https://help.example.com.evil.example/",
    "https://help.example.com@evil.example/",
    "https://help.example.com:8443/",
    "https://help.example.com\\@evil.example/",
    "http://help.example.com/",
    "https://evil.example/?to=https://help.example.com/",
    "HTTPS://HELP.example.com/",
    "//help.example.com/",
    "www.help.example.com",
    "mailto:help@help.example.com",
    "javascript:location='https://help.example.com/'",
  ])("that is none of this hub's stays text: %s", async (address) => {
    const html = await write(`See ${address} now`);
    expect(linksIn(html).filter((link) => !link.startsWith("https://help.example.com/"))).toEqual([]);
    expect(html).not.toMatch(/href="[^"]*evil/);
    expect(wordsIn(html).join(" ")).toContain(wordsIn(address).join(" "));
  });
});

describe("a mail", () => {
  it("is in its own language and direction, under the hub's name there; one to staff is English", async () => {
    expect(await write("Hallo", { language: "de" })).toMatch(
      /<html lang="de" dir="ltr">[^]*Referral Factory Hilfe<\/h1>/,
    );
    expect(await write("Salaam", { language: "ar" })).toContain('<main lang="ar" dir="rtl">');
    expect(await write("Hello")).toMatch(/<html lang="en" dir="ltr">[^]*Referral Factory Help<\/h1>/);
  });
  it("loads nothing, has no script, and its frame weighs little", async () => {
    const html = await write("Hello");
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form|svg|object|video)\b|url\(|@import|\bsrc=|\bon\w+=/i);
    expect(html.length).toBeLessThan(5000);
  });
  // what takes the square of its length does not end before its test has to
  test.each([
    [1_000_000, "<"],
    [1_000_000, "https://"],
    [1_000_000, "."],
    [1_000_000, " "],
    [1_000_000, "Go:"],
    [100_000, "> a\n\n"],
    [100_000, "Go:\n"],
  ])("of %i signs of %j is made", async (length, sign) => {
    const text = `https://help.example.com/${sign.repeat(length / sign.length)}x`;
    expect(await write(text, { action: "Go:" })).toMatch(/x(?:<\/a>)?<\/p>\s*<\/td>/);
  });
});
