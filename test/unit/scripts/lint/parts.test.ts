import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { article, head, openContent, titled } from "#test/support/lint-content.ts";

const { write, find, run, contentDir } = openContent();
const read = (name: string) => readFileSync(path.join(contentDir(), name), "utf8");
const use = '<Part name="rights" />';
const A = "articles/start/a.mdx";
const B = "articles/start/b.mdx";
function inTwo(text: string): void {
  write("parts/rights.mdx", text);
  write(A, titled("About the first", `## First\n\n${use}`));
  write(B, titled("About the second", `## Second\n\n${use}`));
}
function speak(...languages: string[]): void {
  write("hub.yaml", read("hub.yaml").replace("[en]", `[${languages.join(", ")}]`));
}

test("what is wrong in a part is told once, at its own file and line, however many articles have it", async () => {
  inTwo("Text.\n\n[a](/gone/) <Foo />\n\n![](x.png) ![of another site](https://example.com/x.png)\n");
  const found = await find();
  expect(found.filter((line) => line.startsWith("articles/"))).toEqual([]);
  expect(found.filter((line) => line.includes("leads nowhere"))).toEqual([
    'parts/rights.mdx:3 the link "/gone/" leads nowhere',
  ]);
  expect(found.filter((line) => line.includes("<Foo>"))).toHaveLength(1);
  expect(found.filter((line) => line.startsWith("parts/rights.mdx:5 the image x.png needs"))).toHaveLength(1);
  expect(found).toContain('parts/rights.mdx:5 there is no image at "x.png": put one there');
});

test("a part that cannot be read, and a tag that names none, are told with the articles below them as they are", async () => {
  inTwo("<b>\n\nText.\n");
  write("articles/start/c.mdx", titled("About the third", `${use}\n\n<Part name="right" />\n\n[a](/gone/)`));
  expect(await find("readable")).toEqual([
    'articles/start/c.mdx:11 <Part>: there is no part "right": the nearest is "rights"',
    expect.stringMatching(/^parts\/rights\.mdx:1 <b> is not closed/),
  ]);
  expect(await find("unused-part")).toEqual([]);
  expect(await find("broken-link")).toEqual(['articles/start/c.mdx:13 the link "/gone/" leads nowhere']);
});

test("headings, steps and names of a part are those of the article: links, questions and orders know them", async () => {
  inTwo('### Deep\n\n<Steps>\n<Step title="Press">\n\nDo it.\n\n</Step>\n</Steps>\n');
  write(A, article(`${use}\n\n[to a step](/articles/start/b/#press)`));
  write(
    B,
    titled("About the second", `## Second\n\n${use}\n\n<Troubleshoot symptom="Press"><Cause>A</Cause></Troubleshoot>`),
  );
  expect(await find("broken-anchor")).toEqual([]);
  expect(await find("heading-order")).toEqual([
    expect.stringMatching(/^parts\/rights\.mdx:1 "Deep" \(level 3\) stands below the title \(in .*start\/a\.mdx\)$/),
    expect.stringMatching(/^parts\/rights\.mdx:4 "Press" stands below no heading: .* \(in .*start\/a\.mdx\)$/),
  ]);
  expect(await find("step-without-result")).toEqual([
    'parts/rights.mdx:4 the step "Press" does not say what to expect',
  ]);
  const [same = ""] = await find("same-id");
  expect(same).toContain('articles/start/b.mdx:13 <Troubleshoot> "Press" is called "press", as <Step> "Press" in ');
  expect(same).toMatch(/parts\/rights\.mdx:4 is$/);
  // a level that is right for one may be wrong for another
  const { fixed } = await run({ fix: true });
  expect(fixed).toEqual([]);
});

test("--fix mends links in the part itself, and behind it in the article", async () => {
  inTwo("A [link](/articles/start/a).\n");
  write(A, titled("About the first", `- One\n\n  ${use}\n\n[b](/articles/start/b)`));
  await run({ fix: true });
  expect(read("parts/rights.mdx")).toBe("A [link](/articles/start/a/).\n");
  expect(read(A)).toBe(titled("About the first", `- One\n\n  ${use}\n\n[b](/articles/start/b/)`));
  expect(await find("broken-link")).toEqual([]);
});

test("--fix leaves alone what a value makes wrong", async () => {
  write("parts/rights.mdx", "A [link](/articles/{place}).\n");
  write(A, article('<Part name="rights" place="start/a" />'));
  expect(await find("broken-link")).toHaveLength(1);
  expect((await run({ fix: true })).fixed).toEqual([]);
});

test("parts that nothing has, that no language has, and files that are none", async () => {
  speak("en", "de");
  inTwo("Text.");
  write("parts/idle.mdx", "Text.");
  write("parts/rights.fr.mdx", "Texte.");
  write("parts/deep/down.mdx", "Text.");
  write("parts/Two words.mdx", "Text.");
  write("articles/start/a.de.mdx", titled("Vom ersten", use));
  expect(await find("unused-part")).toEqual(["parts/idle.mdx:1 no article has this part"]);
  expect(await find("unreached")).toEqual([
    expect.stringMatching(/^parts\/deep\/down\.mdx:1 no part is made of this file/),
    'parts/rights.fr.mdx:1 ".fr" is no language of hub.yaml; it has en, de',
    expect.stringMatching(/^parts\/Two words\.mdx:1 no part is made of this file/),
  ]);
  const [foreign = "", ...others] = await find("untranslated-part");
  expect(others).toEqual([]);
  expect(foreign).toMatch(/^parts\/rights\.mdx:1 it stands in "en" within articles in "de": .*a\.de\.mdx$/);
  write("parts/rights.de.mdx", "Ein Text.");
  expect(await find("untranslated-part")).toEqual([]);
});

function commit(): void {
  const own = ["-c", "user.name=A Writer", "-c", "user.email=writer@example.com", "-c", "commit.gpgsign=false"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    [...own, "commit", "-qm", "Content"],
  ])
    expect(spawnSync("git", args, { cwd: contentDir() }).status).toBe(0);
}

test("a text that changed in its part asks for a new day, in each article that has it", async () => {
  inTwo("Before.\n");
  commit();
  expect(await find("not-updated")).toEqual([]);
  write("parts/rights.mdx", "After.\n");
  write("articles/start/new.mdx", titled("About the new one", use));
  const asked = "its text has changed since the last commit by parts/rights.mdx, and updated still says 2026-02-01";
  expect(await find("not-updated")).toEqual([`${A}:5 ${asked}`, `${B}:5 ${asked}`]);
  await run({ fix: true });
  expect(read(A)).toContain("updated: 2026-03-01");
  expect(await find("not-updated")).toEqual([]);
});

test("a passage that became a part is no change to readers", async () => {
  write(A, titled("About the first", "## First\n\nYou need rights.\n\nMore."));
  commit();
  write("parts/rights.mdx", "You need rights.\n");
  write(A, titled("About the first", `## First\n\n${use}\n\nMore.`));
  expect(await find("not-updated")).toEqual([]);
  write("parts/rights.mdx", "You need more rights.\n");
  expect(await find("not-updated")).toHaveLength(1);
});

test("an empty hub has no parts, and a hub with one is clean", async () => {
  inTwo("You need rights, as {crm} says.");
  write(A, article('<Part name="rights" crm="HubSpot" />', head));
  write(B, titled("About the second", '<Part name="rights" crm="Salesforce" />'));
  expect(await find()).toEqual([]);
});
