import { describe, expect, test } from "vitest";
import { formatMistakes } from "#content/mistakes.ts";
import { atPlaces, placeOf } from "#site/knowledge/parts/places.ts";
import { putParts } from "#site/knowledge/parts/put-parts.ts";
import { toPart, type Part } from "#site/knowledge/parts/read-parts.ts";

const ARTICLE = "content/articles/crm/connect.mdx";
const part = (fileName: string, text: string): Part => {
  const made = toPart(fileName, { file: `content/parts/${fileName}`, text }, "en");
  if (!made) throw new Error(`${fileName} is no name of a part`);
  return made;
};
const RIGHTS = part("admin-rights.mdx", "You need admin rights.\n\n- Ask who has them.\n");

function put(text: string, parts: Part[] = [RIGHTS], { language = "en", forPage = false } = {}) {
  return putParts({ file: ARTICLE, text, language }, { parts, standard: "en" }, { forPage });
}
const mistakesIn = (text: string, parts?: Part[]) => {
  const { pieces, mistakes } = put(text, parts);
  return formatMistakes(atPlaces([{ file: ARTICLE, pieces }], mistakes)).replaceAll("content/", "");
};

describe("a part", () => {
  test("stands where its tag stood, as deep as it, apart from what is around it", () => {
    expect(put('Before.\n<Part name="admin-rights" />\nAfter.').text).toBe(
      "Before.\n\nYou need admin rights.\n\n- Ask who has them.\n\nAfter.",
    );
    const step = '<Steps>\n  <Step title="A">\n    <Part name="admin-rights" />\n  </Step>\n</Steps>';
    expect(put(step).text).toBe(
      '<Steps>\n  <Step title="A">\n\n    You need admin rights.\n\n    - Ask who has them.\n\n  </Step>\n</Steps>',
    );
    expect(put('> Look:\n>\n> <Part name="admin-rights" />').text).toBe(
      "> Look:\n>\n>\n> You need admin rights.\n>\n> - Ask who has them.\n>",
    );
  });

  test("is told of where it is written, and the lines below it where they are", () => {
    const { text, pieces } = put(
      'One.\n\n<Part\n  name="admin-rights"\n/>\n\nTwo.\n\n<Part name="admin-rights" />\n\nThree.',
    );
    const lines = text.split("\n");
    const at = (words: string) => {
      const line = lines.findIndex((each) => each.includes(words)) + 1;
      const place = placeOf({ file: ARTICLE, pieces }, line);
      return `${place.file}:${place.line}`;
    };
    expect(at("One.")).toBe(`${ARTICLE}:1`);
    expect(at("Ask who")).toBe("content/parts/admin-rights.mdx:3");
    expect(at("Two.")).toBe(`${ARTICLE}:7`);
    expect(at("Three.")).toBe(`${ARTICLE}:11`);
  });

  test("of a translation is the language's own, and for want of it the original, which a page says the language of", () => {
    const german = part("admin-rights.de.mdx", "Du brauchst Admin-Rechte.");
    const use = '<Part name="admin-rights" />';
    expect(put(use, [german, RIGHTS], { language: "de" }).text).toContain("Du brauchst");
    expect(put(use, [german, RIGHTS], { language: "fr" }).text).toContain("You need");
    expect(put(use, [RIGHTS], { language: "fr", forPage: true }).text).toContain(
      '<div class="flow" lang="en" dir="ltr">\n\nYou need admin rights.\n\n- Ask who has them.\n\n</div>',
    );
    const step = part("step.mdx", '<Step title="A">\n\nDo it.\n\n</Step>');
    const within = put('<Steps>\n<Part name="step" />\n</Steps>', [step], { language: "fr", forPage: true });
    expect(within.text).not.toContain("<div");
  });

  test("that stands in code or in a comment is none, and neither is one of a text that cannot be read", () => {
    for (const text of [
      '`<Part name="admin-rights" />`',
      '```\n<Part name="admin-rights" />\n```',
      '{/*\n<Part name="admin-rights" />\n*/}',
      '<b>\n\n<Part name="admin-rights" />',
    ])
      expect(put(text)).toEqual({ text, pieces: [], used: [], mistakes: [] });
  });

  test("has its pictures named from the article, once a page is made of it", () => {
    const shown = part("shown.mdx", "![A tab](../figures/tab.png) ![b](/icons.svg) `![c](../x.png)`");
    const use = '<Part name="shown" />';
    expect(put(use, [shown]).text).toContain("![A tab](../figures/tab.png)");
    expect(put(use, [shown], { forPage: true }).text).toContain(
      "![A tab](../../figures/tab.png) ![b](/icons.svg) `![c](../x.png)`",
    );
  });
});

describe("what is put into a part", () => {
  const own = part(
    "plan.mdx",
    "On {plan} of {crm}.\n\n<Callout title={crm}>\n  \\{plan}\n</Callout>\n\n```sh\nlogin --to {crm} {other}\n```\n",
  );

  test("stands in its places: in text as text, in a block's attribute, in code as it is", () => {
    const { text, mistakes } = put(`<Part name="plan" plan="{Free} <b>" crm='"Hub" Spot' />`, [own]);
    expect(mistakes).toEqual([]);
    expect(text).toContain(String.raw`On \{Free} \<b> of "Hub" Spot.`);
    expect(text).toContain(`<Callout title='"Hub" Spot'>\n  \\{plan}`);
    expect(text).toContain('login --to "Hub" Spot {other}');
  });

  test("has to be there, and to have a place", () => {
    expect(mistakesIn('A.\n\n<Part name="plan" plan="Free" />', [own])).toBe(
      'articles/crm/connect.mdx:3 <Part>: "plan" needs crm="…", for its {crm}',
    );
    expect(mistakesIn('<Part name="admin-rights" crm="HubSpot" />')).toBe(
      'articles/crm/connect.mdx:1 <Part>: "admin-rights" has no {crm} to put crm="…" into',
    );
    expect(mistakesIn('<Part name="plan" plan={1 + 1} crm />', [own])).toBe(
      'articles/crm/connect.mdx:1 <Part>: what is put into it stands between quotes: plan="…"',
    );
  });
});

describe("a tag", () => {
  test.each([
    [
      "in a line of text",
      'See <Part name="admin-rights" /> there.',
      "a part stands on lines of its own, with nothing before and after it",
    ],
    [
      "with something in it",
      '<Part name="admin-rights">\n\nText.\n\n</Part>',
      'it holds nothing, and ends itself: <Part name="…" />',
    ],
    ["without a name", "<Part />", 'it needs name="…"'],
    [
      "of a name that is nearly there",
      '<Part name="admin-right" />',
      'there is no part "admin-right": the nearest is "admin-rights"',
    ],
    ["of nothing", '<Part name="billing" />', 'there is no part "billing": write parts/billing.mdx'],
  ])("%s is told at its line, below other parts too", (_, tag, message) => {
    expect(mistakesIn(`<Part name="admin-rights" />\n\n${tag}`)).toBe(`articles/crm/connect.mdx:3 <Part>: ${message}`);
  });
});

describe("a part by itself", () => {
  test.each([
    ["nothing", "\n", "1 there is nothing in it"],
    [
      "first lines",
      "---\ntitle: A\n---\n\nText.",
      "1 a part is text alone: take the lines between --- and --- out, which say of an article what it is",
    ],
    [
      "no MDX",
      "Text.\n\n<b>",
      "3 <b> is not closed: write </b> as deep as <b>, each on a line of its own; a name that is no tag stands between backticks",
    ],
    ["another part", 'Text.\n\n<Part name="other" />', "3 a part holds no other part: write its text here"],
    ["code that nothing ends", "```sh\nls\n", "2 code begins here or before, and no line ends it"],
    [
      "a link to a file beside it",
      "[a](./b.mdx) [b](/c/) [d](#e) [f](https://example.com/)",
      '1 the link "./b.mdx" would mean another page in each article: begin it with /',
    ],
    ["an export", "Text.\n\nexport const a = 1;", "3 a part has no import and no export: take the line out"],
    [
      "a note at the foot",
      "Text.[^1]\n\n[^1]: Note.",
      "3 a note at the foot stands in the article: write it as text here",
    ],
  ])("cannot be %s, and is put nowhere", (_, text, message) => {
    const own = part("own.mdx", text);
    expect(formatMistakes(own.mistakes)).toBe(`content/parts/own.mdx:${message}`);
    expect(put('<Part name="own" />', [own])).toMatchObject({ text: '<Part name="own" />', mistakes: [] });
  });
});
