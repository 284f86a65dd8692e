import { describe, expect, test } from "vitest";
import { article, openContent } from "#test/support/lint-content.ts";

/** What writers get wrong with blocks, and what they bring along from other tools. */
const { write, find } = openContent();
const FILE = "articles/start/a.mdx";
/** What a rule finds in an article of this body, which begins at line 9. */
async function inBody(rule: string, body: string): Promise<string[]> {
  write(FILE, article(body));
  const found = await find(rule);
  return found.map((line) => line.replace(`${FILE}:`, ""));
}

describe("misused-block", () => {
  const inSteps = (attributes: string) =>
    inBody("misused-block", `<Steps>\n<Step ${attributes}>\nDo it.\n</Step>\n</Steps>`);

  test("finds attributes that a block lacks, does not have, or has with another value", async () => {
    expect(await inSteps('title="Press it" short="Press" expect={`A page`} id="press"')).toEqual([]);
    const missing = '10 <Step>: it needs title="…"';
    expect(await inSteps('expect="A page"')).toEqual([missing]);
    expect(await inSteps('title=" "')).toEqual([missing]);
    expect(await inSteps('titles="Press it"')).toEqual(["10 <Step>: there is no titles; did you mean title?", missing]);
    expect(await inBody("misused-block", '<Callout kind="danger" icon="star">\nText.\n</Callout>')).toEqual([
      "9 <Callout>: there is no icon; it has kind, title",
      '9 <Callout>: kind="danger" is none of "note", "tip", "warning"',
    ]);
  });

  test("finds blocks outside of the one that they belong into", async () => {
    expect(await inBody("misused-block", '<Step title="Press it">\nDo it.\n</Step>\n\n<Cause>Why.</Cause>')).toEqual([
      "9 <Step>: it belongs into <Steps>",
      "13 <Cause>: it belongs into <Troubleshoot>",
    ]);
    const tree =
      '<Diagnose title="Q">\n<Answer says="A" to="b" />\n</Diagnose>\n<Outcome title="B" id="b">\nDo it.\n</Outcome>';
    expect(await inBody("misused-block", tree)).toEqual([
      "10 <Answer>: it belongs into <Question>",
      "12 <Outcome>: it belongs into <Diagnose>",
    ]);
  });

  test("finds text between blocks that would be part of none", async () => {
    expect(await inBody("misused-block", "<Steps>\n1. Open it\n2. Press it\n</Steps>")).toEqual([
      '9 <Steps>: "1. Open it" stands in none of its blocks; put it into <Step>',
    ]);
    const tabs = '<Tabs>\n{/* later */}\n\n<Tab label="A">\n\nText.\n\n</Tab>\n</Tabs>\n\nMore.';
    expect(await inBody("misused-block", tabs)).toEqual([]);
  });

  test("finds imports of packages, but not of what lies beside the article, nor in code", async () => {
    const line = 'import { Tabs } from "@astrojs/starlight/components";';
    expect(await inBody("misused-block", `${line}\n\nText.`)).toEqual(["9 blocks need no import: take the line out"]);
    expect(await inBody("misused-block", `\`\`\`js\n${line}\n\`\`\`\n\nimport a from "./a.js";`)).toEqual([]);
    expect(await inBody("misused-block", "To bring contacts in,\nimport “them” from a 'file' of yours.")).toEqual([]);
  });
});

test("unknown-block: what other tools call their blocks is said with what to write here", async () => {
  expect(await inBody("unknown-block", "<Aside>\nText.\n</Aside>\n\n<TabItem>\nText.\n</TabItem>")).toEqual([
    '9 there is no block <Aside>; write <Callout kind="note">',
    '13 there is no block <TabItem>; write <Tab label="…">',
  ]);
});

test("foreign-mark: finds marks of other tools that are text here, but not in code", async () => {
  const body = ":::tip[Hello]\nText.\n:::\n\n> [!NOTE]\n> Text.\n\n$$\na + b\n$$\n\n```md\n:::note\n```\n\n`:::note`";
  expect(await inBody("foreign-mark", body)).toEqual([
    expect.stringMatching(/^9 ":::tip\[Hello\]" is nothing but text here: write <Callout/),
    expect.stringMatching(/^13 "> \[!NOTE\]" is nothing but text here: write <Callout/),
    expect.stringMatching(/^16 "\$\$" is nothing but text here: write the formula between backticks/),
  ]);
});

test("not-shown: finds what the pages let no browser load", async () => {
  const body =
    '![A film](https://example.com/a.png)\n\n<iframe src="https://example.com/"></iframe>\n\n<div style="color: red">\nText.\n</div>\n\n`<iframe>`';
  expect(await inBody("not-shown", body)).toEqual([
    "9 pages show no picture of another site: https://example.com/a.png",
    "11 pages show no <iframe>",
    "13 pages do not heed the style of <div>",
  ]);
});

test("same-id: a heading may not be called as a block is", async () => {
  const body = '## Who is missing?\n\n<Diagnose title="Who is missing?">\n</Diagnose>\n\n## Who is missing?';
  expect(await inBody("same-id", body)).toEqual([
    '11 <Diagnose> "Who is missing?" is called "who-is-missing", as the heading "Who is missing?" in line 9 is',
  ]);
});

test("heading-order: questions and outcomes are headings too; one of a block speaks for all", async () => {
  const tree = `<Diagnose title="Which?">
<Question ask="Which way?" id="way">
<Answer says="This" to="this" />
<Answer says="That" to="this" />
</Question>
<Outcome title="Do this" id="this">\nDo it.\n</Outcome>
</Diagnose>`;
  expect(await inBody("heading-order", `## Find out\n\n${tree}`)).toEqual([]);
  expect(await inBody("heading-order", tree)).toEqual([
    '10 "Which way?" stands below no heading: write one (##) before <Diagnose>',
  ]);
});
