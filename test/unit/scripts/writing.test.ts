import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { newArticle } from "../../../scripts/writing/new-article.ts";
import { verifyArticle } from "../../../scripts/writing/verify-article.ts";
import { article, head, openContent } from "#test/support/lint-content.ts";

const { write, find, contentDir } = openContent();
const NOW = new Date("2026-02-03T09:00:00Z");
const read = (name: string) => readFileSync(path.join(contentDir(), name), "utf8");
const make = (id: string, title?: string) => newArticle({ contentDir: contentDir(), id, title, now: NOW });
const verify = (name: string, against?: string) => verifyArticle({ contentDir: contentDir(), name, against, now: NOW });

describe("a new article", () => {
  test("is a draft that the linter finds nothing in, whatever its title", async () => {
    make("start/set-up-hubspot");
    make("start/why", 'Why: "it" does #not work');
    make("learn/plan-ahead");
    expect(read("articles/start/set-up-hubspot.mdx")).toMatch(
      /^---\ntitle: Set up hubspot\n[\s\S]*\ndraft: true\n---\n/,
    );
    expect(read("articles/start/set-up-hubspot.mdx")).toContain("updated: 2026-02-03\n");
    expect(read("learn/plan-ahead.mdx")).toContain("kind: learn\n");
    expect(await find()).toEqual([]);
  });

  test("is refused in words where it cannot stand", () => {
    expect(() => make("connect")).toThrow('"connect" is no place for an article: use <topic>/<slug>');
    expect(() => make("start/../../x")).toThrow("is no place for an article");
    expect(() => make("other/connect")).toThrow('"other" is not a topic of hub.yaml. It has start, learn.');
    expect(() => make("start/connect", "Hm")).toThrow('"Hm" is no title: it has 5 to 110 signs. Give it with --title');
    expect(() => make("start/write-an-article")).toThrow("write-an-article.mdx is there already");
    write("redirects.yaml", "# moved\n/articles/start/moved: /learn/\n");
    expect(() => make("start/moved")).toThrow(/redirects\.yaml:2 leads from there to \/learn\/: take the line out/);
  });
});

describe("what was tried", () => {
  const FILE = "articles/start/connect.mdx";
  /** The file before and after, where only the lines of `verified` may differ. */
  const stamped = (lines: string[], against?: string, body = "A body.  \n\nverified: not here\n") => {
    write(FILE, article(body, lines));
    verify("connect", against);
    return read(FILE).split("\n---\n");
  };

  test("is stamped behind the day of the last change, and nothing else is touched", () => {
    const [after = "", ...rest] = stamped(head, "HubSpot: free, plan");
    const verified = 'verified: { on: 2026-02-03, against: "HubSpot: free, plan" }';
    expect(after.split("\n")).toEqual(["---", ...head.slice(0, 4), verified, ...head.slice(4)]);
    expect(rest.join("\n---\n")).toBe("\nA body.  \n\nverified: not here\n");
  });

  test("takes the place of what was tried before, in one line or several; on what is kept unless it is said", () => {
    const line = "verified: { on: 2026-02-03, against: HubSpot }";
    const before = "verified: { on: 2025-01-01, against: HubSpot } # by hand";
    expect(stamped([...head, before])[0]).toBe(["---", ...head, `${line} # by hand`].join("\n"));
    const block = ["verified:", "  on: 2025-01-01", "  against: HubSpot", "order: 3"];
    expect(stamped([...head, ...block])[0]).toBe(["---", ...head, line, "order: 3"].join("\n"));
    expect(stamped([...head, before], "Intercom")[0]).toContain("against: Intercom } # by hand");
  });

  test("keeps the ends of lines as they are", () => {
    write(FILE, article("A body.", head).replaceAll("\n", "\r\n"));
    verify("start/connect", "HubSpot");
    expect(read(FILE).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(read(FILE)).toContain("\r\nverified: { on: 2026-02-03, against: HubSpot }\r\n");
  });

  test("must say on what, and of which article", () => {
    write(FILE, article());
    expect(() => verify("connect")).toThrow("Say on what it was tried: npm run content:verify -- connect --against");
    expect(() => verify("gone", "x")).toThrow('There is no article "gone": name it as <topic>/<slug>.');
    expect(() => verify("start/gone", "x")).toThrow(/There is no article "start\/gone": .*gone\.mdx is not there/);
    write("learn/connect.mdx", article());
    expect(() => verify("connect", "x")).toThrow('"connect" may be learn/connect or start/connect: say which.');
    write(FILE, article("", [...head, "sumary: twice"]));
    expect(() => verify("start/connect", "x")).toThrow(/connect\.mdx:7 sumary/);
    expect(read(FILE)).toBe(article("", [...head, "sumary: twice"]));
  });
});
