import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { article, head, openContent, titled } from "#test/support/lint-content.ts";

const { write, find, run, contentDir } = openContent();
const FILE = "articles/start/connect.mdx";
/** What a rule finds in an article of this body, without the file's name. */
async function inBody(rule: string, body: string): Promise<string[]> {
  write(FILE, article(body));
  const found = await find(rule);
  return found.map((line) => line.replace(`${FILE}:`, ""));
}
const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
const step = (attributes: string, body = "Do it.") =>
  `## Go\n\n<Steps>\n<Step ${attributes}>\n\n${body}\n\n</Step>\n</Steps>`;

test("an empty hub is clean, and so is an article like it", async () => {
  write(FILE, article(step('title="Press" expect="A page."')));
  expect(await find()).toEqual([]);
});

describe("readable", () => {
  test("names the line of YAML and MDX that cannot be read", async () => {
    write("articles/start/a.mdx", article("", [...head, "sumary: twice"]));
    write("articles/start/b.mdx", titled("Another one", "Text.\n\n<Steps>\n\nMore."));
    write("redirects.yaml", "old: /new/\n");
    const found = await find("readable");
    expect(found[0]).toMatch(/^articles\/start\/a\.mdx:7 /);
    expect(found[1]).toMatch(/^articles\/start\/b\.mdx:11 .*<Steps>/);
    expect(found[2]).toMatch(/^redirects\.yaml:1 /);
  });
});

describe("wrong-translation", () => {
  test("finds texts that there are none of, and slots that the English has not", async () => {
    write("hub.yaml", readFileSync(path.join(contentDir(), "hub.yaml"), "utf8").replace("[en]", "[en, fr]"));
    write("i18n/fr.yaml", 'site:\n  skipp: Aller\n  foot:\n    version: "Version du {dat}."\n    runs: ""\n');
    expect(await find("wrong-translation")).toEqual([
      "i18n/fr.yaml:2 there is no such text; did you mean site.skip?",
      "i18n/fr.yaml:4 has no {dat}; it has {date}",
    ]);
  });
});

describe("unknown-name", () => {
  test("finds names between braces that are no code of this file, and leaves alone what is written as text", async () => {
    expect(await inBody("unknown-name", "Hello {name}, at {user.id}.")).toEqual([
      "9 {name} is taken for code: write \\{name}, or put it between backticks",
      "9 {user.id} is taken for code: write \\{user.id}, or put it between backticks",
    ]);
    const fine =
      'export const price = "5";\n\n\\{name} `{name}` `a\n{name}` {1 + 1} {price} {/* later */} <Related to={list} />';
    expect(await inBody("unknown-name", fine)).toEqual([]);
  });
});

describe("unreached", () => {
  test("finds files that no page is made of, and folders that are no topic", async () => {
    write("articles/start/deep/down.mdx", article());
    write("articles/start/plain.md", "# Plain");
    write("articles/start/README.md", "# About this folder");
    write("articles/other/connect.mdx", article());
    expect(await find("unreached")).toEqual([
      'articles/other/connect.mdx:1 its folder "other" is not a topic of hub.yaml',
      "articles/start/deep/down.mdx:1 no page is made of this file",
      "articles/start/plain.md:1 no page is made of this file",
    ]);
  });
});

describe("missing-reference", () => {
  test("finds articles and drawings that are not there", async () => {
    write("figures/tab.svg", "<svg></svg>");
    write(
      FILE,
      article(
        '<Related to={["start/gone", "start/connect"]} />\n<Figure name="tab" alt="A" />\n<Figure name="x" alt="A" />',
        [...head, "related: [start/away]"],
      ),
    );
    expect(await find("missing-reference")).toEqual([
      `${FILE}:7 there is no article "start/away"`,
      `${FILE}:10 <Related>: there is no article "start/gone"`,
      `${FILE}:12 <Figure>: there is no figures/x.svg`,
    ]);
  });
});

describe("missing-reference of questions", () => {
  test("finds articles and sections that are not there", async () => {
    const right =
      "start/write-an-article#write-your-first-one, start/write-an-article#copy-this-file, start/write-an-article#top";
    write(
      "questions.yaml",
      `- ask: how\n  answer: [${right}, none]\n- ask: why\n  answer: [start/gone, start/write-an-article#no]\n  page: start/away\n`,
    );
    expect(await find("missing-reference")).toEqual([
      'questions.yaml:3 there is no article "start/gone": write it, or take the question out',
      'questions.yaml:3 there is no article "start/away": write it, or take the question out',
      expect.stringMatching(/^questions\.yaml:3 "start\/write-an-article" has no text under "#no": it has #top, #/),
    ]);
  });
});

describe("duplicate-title", () => {
  test("finds the second of two, whatever its case", async () => {
    write("articles/start/a.mdx", titled("Connect  your crm"));
    write("articles/start/b.mdx", titled("Connect your CRM"));
    write("articles/start/c.mdx", titled("Connect another CRM"));
    const found = await find("duplicate-title");
    expect(found).toEqual([
      expect.stringMatching(/^articles\/start\/b\.mdx:2 "Connect your CRM" is the title of .*a\.mdx too$/),
    ]);
  });
});

describe("duplicate-title of translations", () => {
  test("is none where an article has the same title in two languages, but is one within a language", async () => {
    write("articles/start/a.mdx", titled("Single sign-on"));
    write("articles/start/a.de.mdx", titled("Single sign-on"));
    expect(await find("duplicate-title")).toEqual([]);
    write("articles/start/b.mdx", titled("Something else"));
    write("articles/start/b.de.mdx", titled("Single Sign-on"));
    expect(await find("duplicate-title")).toEqual([
      expect.stringMatching(/^articles\/start\/b\.de\.mdx:2 .* is the title of .*a\.de\.mdx too$/),
    ]);
  });
});

describe("stale", () => {
  const at = (date: string) => ({ now: new Date(`${date}T12:00:00Z`) });
  test("counts from the day on which steps were tried, or from the last change", async () => {
    write(FILE, article("", [...head, "verified: { on: 2026-05-01, against: HubSpot }"]));
    write("articles/start/b.mdx", titled("Another one"));
    expect(await find("stale", at("2026-06-01"))).toEqual([]);
    const later = await find("stale", at("2026-08-15"));
    expect(later.join("\n")).toContain(
      "b.mdx:5 nobody has noted that its steps work, and it was last changed 195 days ago",
    );
    expect(later.join("\n")).not.toContain("connect.mdx");
    expect(await find("stale", at("2026-12-01"))).toContain(`${FILE}:7 its steps were last tried 214 days ago`);
  });
});

describe("unknown-block", () => {
  test("finds a block that is none, but not in code", async () => {
    expect(await inBody("unknown-block", "`<Nope>`\n\n```\n<Nope>\n```\n")).toEqual([]);
    const [found] = await inBody("unknown-block", "Text.\n\n<Stepz>\n</Stepz>");
    expect(found).toMatch(/^11 there is no block <Stepz>/);
  });
});

describe("heading-order", () => {
  test("finds a second title, and a level that is missing", async () => {
    expect(await inBody("heading-order", "## A\n\n### B\n\n## C")).toEqual([]);
    expect(await inBody("heading-order", "# A\n\n## B\n\n#### C\n\n#### D")).toEqual([
      '9 "A" is a second title (#)',
      '13 "C" (level 4) stands below a heading of level 2',
      '15 "D" (level 4) stands below a heading of level 2',
    ]);
    expect(await inBody("heading-order", "### A")).toEqual(['9 "A" (level 3) stands below the title']);
  });
  test("takes a step for a heading", async () => {
    expect(await inBody("heading-order", step('title="Press"', "#### More"))).toEqual([]);
    expect(await inBody("heading-order", '<Steps>\n<Step title="Press">\n</Step>\n</Steps>')).toEqual([
      '10 "Press" stands below no heading: write one (##) before <Steps>',
    ]);
  });
});

describe("long-step", () => {
  test("counts what one reader reads: one tab, no troubleshooting", async () => {
    const tab = `<Tab label="A">\n\n${words(70)}\n\n</Tab>`;
    const trouble = `<Troubleshoot symptom="No">\n<Cause>${words(100)}</Cause>\n</Troubleshoot>`;
    expect(await inBody("long-step", step('title="Press"', `<Tabs>\n${tab}\n${tab}\n</Tabs>\n\n${trouble}`))).toEqual(
      [],
    );
    expect(await inBody("long-step", step('title="Press"', words(121)))).toEqual([
      '12 the step "Press" has 121 words; 120 are a lot already',
    ]);
  });
  test("counts where no spaces part the words", async () => {
    const sentence = "設定を開いて、ボタンを押してください。";
    expect(await inBody("long-step", step('title="開く"', sentence.repeat(5)))).toEqual([]);
    expect(await inBody("long-step", step('title="開く"', sentence.repeat(20)))).toEqual([
      expect.stringMatching(/^12 the step "開く" has 2\d\d words; 120 are a lot already$/),
    ]);
  });
});

describe("step-without-result", () => {
  test("finds steps without expect, or with an empty one", async () => {
    expect(await inBody("step-without-result", step('title="Press" expect={`A page`}'))).toEqual([]);
    const message = '12 the step "Press" does not say what to expect';
    expect(await inBody("step-without-result", step('title="Press"'))).toEqual([message]);
    expect(await inBody("step-without-result", step('title="Press" expect=""'))).toEqual([message]);
  });
});

describe("same-id", () => {
  const steps = (second: string) =>
    `## Go\n\n<Steps>\n<Step title="Press it">\n\nDo.\n\n</Step>\n<Step ${second}>\n\nDo.\n\n</Step>\n</Steps>`;

  test("finds parts that would have one name, which the build refuses", async () => {
    expect(await inBody("same-id", steps('title="Press it again"'))).toEqual([]);
    expect(await inBody("same-id", steps('title="Press it" id="once-more"'))).toEqual([]);
    const message = '17 <Step> "Press it!" is called "press-it", as <Step> "Press it" in line 12 is';
    expect(await inBody("same-id", steps('title="Press it!"'))).toEqual([message]);
  });
});

describe("translated-id", () => {
  const parts = (first: string, second: string, trouble: string) =>
    `## Go\n\n<Steps>\n<Step ${first}>\n\nDo it.\n\n</Step>\n<Step ${second}>\n\n<Troubleshoot ${trouble}>\n</Troubleshoot>\n\n</Step>\n</Steps>`;
  const inRussian = (body: string) => {
    write("hub.yaml", read("hub.yaml").replace("languages: [en]", "languages: [en, ru]"));
    write(FILE, article(parts('title="Open it" id="begin"', 'title="Press it"', 'symptom="Nothing happens"')));
    write(RUSSIAN, titled("Как подключить CRM", body));
  };
  const RUSSIAN = "articles/start/connect.ru.mdx";
  const read = (name: string) => readFileSync(path.join(contentDir(), name), "utf8");

  test("finds parts of a translation that have another name, and gives them the original's", async () => {
    inRussian(parts('title="Откройте"', 'title="Нажмите" id="press-it"', 'symptom="Ничего" id="nothing"'));
    const found = await find("translated-id");
    expect(found).toEqual([
      expect.stringMatching(/^articles\/start\/connect\.ru\.mdx:12 .*"откройте" here and "begin" in .*connect\.mdx/),
      expect.stringMatching(/^articles\/start\/connect\.ru\.mdx:19 .*"nothing" here and "nothing-happens" in /),
    ]);
    const { fixed } = await run({ fix: true });
    expect(fixed).toHaveLength(2);
    expect(read(RUSSIAN)).toContain(
      parts('id="begin" title="Откройте"', 'title="Нажмите" id="press-it"', 'symptom="Ничего" id="nothing-happens"'),
    );
    expect(await find("translated-id")).toEqual([]);
  });

  test("leaves steps in another order alone, and says what is to be named where there are more or fewer", async () => {
    inRussian(
      parts('title="Нажмите" id="press-it"', 'title="Откройте" id="begin"', 'symptom="-" id="nothing-happens"'),
    );
    expect(await find("translated-id")).toEqual([]);
    inRussian(`## Go\n\n<Steps>\n<Step title="Нажмите" expect="Да">\n\nТак.\n\n</Step>\n</Steps>`);
    const { findings } = await run();
    const own = findings.filter(({ rule }) => rule === "translated-id");
    expect(own.map(({ message }) => message)).toEqual([
      expect.stringMatching(/"нажмите" here, and in .*connect\.mdx there are "begin", "press-it"$/),
    ]);
    expect(own[0]?.edit).toBeUndefined();
  });
});

describe("alt-text", () => {
  test("finds pictures without words", async () => {
    expect(await inBody("alt-text", '![A tab](https://example.com/a.png)\n\n<Figure name="a" alt="A tab" />')).toEqual(
      [],
    );
    expect(await inBody("alt-text", '![](/a.png)\n\n<Figure name="a" />')).toEqual([
      "9 the image /a.png needs an alternative text: ![what it shows](/a.png)",
      '11 <Figure> needs alt="…": what the drawing shows, in words',
    ]);
  });
});

describe("large-image", () => {
  test("weighs drawings and pictures, wherever they are", async () => {
    write("figures/small.svg", "<svg></svg>");
    write("figures/large.svg", `<svg>${" ".repeat(70_000)}</svg>`);
    write("articles/start/small.png", new Uint8Array(200_000));
    write("articles/start/large.png", new Uint8Array(400_000));
    expect(await find("large-image")).toEqual([
      "articles/start/large.png:1 391 KB; 300 KB should do",
      "figures/large.svg:1 68 KB; 60 KB should do",
    ]);
  });
});

describe("video", () => {
  test("names what is missing beside a film, one that is too large, and one that no article shows", async () => {
    write(FILE, article('<Video name="tour" title="A tour" />\n\n<Video name="whole" title="All of it" />'));
    write("videos/tour.mp4", new Uint8Array(21 * 1024 * 1024));
    for (const name of ["whole.webm", "whole.vtt", "whole.png", "left.mp4"]) write(`videos/${name}`, "x");
    expect((await find("video")).toSorted()).toEqual([
      `${FILE}:9 <Video> tour: it says nothing to who cannot hear it: write videos/tour.vtt, with what is said and shown`,
      `${FILE}:9 <Video> tour: nothing shows before it plays: put a picture of it at videos/tour.webp`,
      "videos/left.mp4:1 no article shows it",
      "videos/tour.mp4:1 21 MB; 20 MB should do: shorten it, or code it anew",
    ]);
  });
});

describe("unknown-word", () => {
  test("finds words of the glossary that no article says, in any form", async () => {
    write(FILE, article("Sign in, then choose the permissions."));
    write(
      "glossary.yaml",
      "- say: [login]\n  means: [signing in]\n- say: [scope]\n  means:\n    - permission\n    - access tokens\n",
    );
    expect(await find("unknown-word")).toEqual([
      'glossary.yaml:6 customers who say "scope" are led to "access tokens", which no article says',
    ]);
  });
});
