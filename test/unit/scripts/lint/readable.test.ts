import { describe, expect, test } from "vitest";
import { article, head, openContent, titled } from "#test/support/lint-content.ts";

/** What cannot be read is said in words that tell a writer what to do. */
const { write, find } = openContent();
const FILE = "articles/start/a.mdx";
async function read(text: string): Promise<string | undefined> {
  write(FILE, text);
  const [first] = await find("readable");
  return first?.replace(`${FILE}:`, "");
}
const inBody = (body: string) => read(article(body));
const inHead = (line: string) => read(article("", [line, ...head.slice(1)]));

describe("MDX that cannot be read", () => {
  test.each([
    ["Use it when a <3.", "9 < begins a tag: write \\< where it is a sign"],
    ["Text.\n\n<!-- later -->", "11 a comment is written {/* … */}"],
    ["See <https://example.com>.", "9 take < and > away from the address, or write [words](address)"],
    ["“Größe” 🚀: write to <me@example.com>.", "9 take < and > away from the address, or write [words](address)"],
    ["Write to <me@example.com>.", "9 take < and > away from the address, or write [words](address)"],
    ["A line.<br>", "9 <br> needs a slash at its end: <br />"],
    ["A { alone.", "9 { begins code, and no } ends it: write \\{ where it is a sign"],
    ["</Steps>", "9 </Steps> closes nothing: take it out, or open it before"],
    [
      "<Steps>\n<Step>\nDo it.\n</Steps>",
      "12 </Steps> stands where <Step> of line 10 is still open: write </Step> before it",
    ],
  ])("%s", async (body, said) => expect(await inBody(body)).toBe(said));

  test("a tag that is not closed, or closed elsewhere", async () => {
    expect(await inBody("<Callout>\nText.")).toMatch(/^9 <Callout> is not closed: write <\/Callout> /);
    expect(await inBody("<Callout>Text.\n\nMore.</Callout>")).toMatch(/^9 <Callout> is not closed: /);
    expect(await inBody("<Callout>\n\nText.</Callout>")).toMatch(/^11 <\/Callout> stands at the end of a text, /);
  });

  test("quotes that a word processor made, and values without any", async () => {
    expect(await inBody("<Callout title=“Hello”>\nText.\n</Callout>")).toBe(
      '9 <Callout>: a value stands between straight quotes ("…"), not between curved ones',
    );
    expect(await inBody("<Callout kind=note>\nText.\n</Callout>")).toBe(
      '9 <Callout>: a value stands between straight quotes, as in name="…"',
    );
    expect(await find("misused-block")).toEqual([]);
  });
});

describe("YAML that cannot be read", () => {
  test.each([
    ["title: Connect: the CRM", '2 a colon within a value begins another field: put the value between quotes ("…")'],
    ["title: @home", '2 no value begins with this sign: put the value between quotes ("…")'],
    ["title: 'don't'", '2 the value ends before this: put the value between quotes ("…")'],
    ["title Connect it", "2 there is no colon behind the field's name"],
    ["title: One title\ntitle: Another", "3 this field stands here twice: take one out"],
  ])("%s", async (line, said) => expect(await inHead(line)).toBe(said));
});

test("a title that a comment cuts off is found, one between quotes or of one word with # is none", async () => {
  write("articles/start/a.mdx", titled("What issue #5 is about"));
  write("articles/start/b.mdx", titled('"What issue #6 is about"'));
  write("articles/start/c.mdx", titled("Program in C#"));
  expect(await find("cut-by-comment")).toEqual(['articles/start/a.mdx:2 title ends before "#", as "What issue"']);
});
