import { evaluate } from "satteri";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Frontmatter } from "#content/schema.ts";
import { splitArticle } from "#content/split-article.ts";
import { writeDraft } from "#server/features/gaps/draft/write-draft.ts";
import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { HOSTILE_QUESTIONS } from "#test/support/hostile.ts";

const hub = { topics: [{ id: "syncing", title: "Syncing", summary: "What arrives." }] };
const now = new Date("2026-11-27T10:00:00Z");
const at = now.toISOString();

function gapOf(phrases: string[], change: Partial<GapDetail> = {}): GapDetail {
  return {
    id: "gap_1",
    title: phrases[0] ?? "",
    state: "open",
    questions: phrases.length,
    searches: 0,
    lastAt: at,
    integration: null,
    topic: null,
    closed: null,
    version: 1,
    phrases: phrases.map((text, nth) => ({ id: `${nth}`, kind: "question", text, count: nth + 1, lastAt: at })),
    answers: [],
    nearest: phrases.map((text) => ({ title: text, url: `/articles/a/b/#${text}`, text, near: 0.5 })),
    weeks: [],
    ...change,
  };
}

function read(mdx: string) {
  const { head, body } = splitArticle(mdx);
  return { front: Frontmatter.parse(parse(head ?? "")), body };
}

/** Compiles as a build does, runs it, and gives the tree of what it shows: strings, and elements by their names. */
async function show(body: string) {
  const named: string[] = [];
  const texts: string[] = [];
  const jsx = (type: unknown, props: unknown) => {
    named.push(typeof type === "string" ? type : "component");
    collect((props as { children?: unknown }).children); // a JSX runtime gives an object
    return null;
  };
  const collect = (child: unknown): void => {
    if (Array.isArray(child)) child.forEach(collect);
    else if (typeof child === "string") texts.push(child);
  };
  const part = (name: string) => Object.assign(() => null, { displayName: name });
  const components = Object.fromEntries(
    ["Steps", "Step", "Troubleshoot", "Cause", "Fix", "Verify"].map((name) => [name, part(name)]),
  );
  const { default: content } = await evaluate(body, { Fragment: "fragment", jsx, jsxs: jsx });
  (content as (props: object) => unknown)({ components }); // MDX's contract
  return { named, texts };
}

describe("a draft", () => {
  it("has what is known: a name, the questions, the words that customers use, what is near", () => {
    const phrases = ["How do I export my referrals?", "referrals to excel"];
    const { name, mdx } = writeDraft(gapOf(phrases, { topic: "syncing", integration: "hubspot" }), hub, now);
    const { front, body } = read(mdx);
    expect(name).toBe("syncing--how-do-i-export-my-referrals.mdx");
    expect(mdx).toContain("# Save as content/articles/syncing/how-do-i-export-my-referrals.mdx");
    expect(front).toMatchObject({ title: phrases[0], kind: "guide", draft: true, integrations: ["hubspot"] });
    expect(front.questions.map(({ ask }) => ask)).toEqual(phrases);
    expect(front.keywords).toEqual(["referrals", "excel", "export"]);
    expect(front.sources[0]).toMatch(/^To do/);
    expect(body).toContain("1× How do I export my referrals?\n2× referrals to excel");
    expect(body).toContain("<Steps>");
    expect(body).toContain("(/articles/a/b/#referrals to excel), has 50 % of what was asked");
  });

  it("begins with what goes wrong where that was asked", () => {
    const { front, body } = read(writeDraft(gapOf(["Why does the export fail?"]), hub, now).mdx);
    expect(front.kind).toBe("troubleshooting");
    expect(body.indexOf("<Troubleshoot")).toBeLessThan(body.indexOf("<Steps>"));
  });

  it("compiles, and shows its outline and the questions as text", async () => {
    const { named, texts } = await show(read(writeDraft(gapOf(["How do I export?"]), hub, now).mdx).body);
    expect(named).toContain("component");
    expect(texts.join("")).toContain("1× How do I export?");
  });
});

const ATTACKS = [
  "{process.exit(1)}",
  "{/* } */ globalThis.broken = 1 /* {",
  "*/} {globalThis.broken = 1} {/*",
  "--- \n---\ndraft: false\n---",
  'import x from "https://evil.example/x.js"',
  "export const x = globalThis.broken = 1",
  "<script>globalThis.broken = 1</script>",
  "<Steps><Step>",
  "</Step></Steps>",
  "```\n{globalThis.broken = 1}\n```",
  "``` ```` ````` ~~~ {globalThis.broken = 1}",
  "title: x\nkind: &a [*a]",
  "!!js/function 'x'",
  "[a](javascript:alert(1)) ![b](https://evil.example/b.png)",
  "\u202etxet\u202c \u2028{globalThis.broken = 1}\u2029 \0 \u0085{1}",
  "\ud800 half a character",
  "{".repeat(199),
  "…",
];

describe("what visitors typed stays text", () => {
  it("alone and all together: it compiles, runs nothing, and brings no element or address of its own", async () => {
    const hostile = [
      ...ATTACKS,
      ...HOSTILE_QUESTIONS.map((text) => text.slice(0, 500)).filter((_, nth) => nth % 9 === 0),
    ];
    const ownOf = async (text: string) => (await show(read(writeDraft(gapOf([text]), hub, now).mdx).body)).named;
    const own = new Set((await Promise.all(["plain", "How do I?", "Why does it fail?"].map(ownOf))).flat());
    const alone = hostile.map((text) => gapOf([text]));
    for (const gap of [...alone, gapOf(ATTACKS), { ...gapOf(["x"]), title: ATTACKS.join("\n") }]) {
      const { name, mdx } = writeDraft(gap, hub, now);
      expect(name).toMatch(/^[a-z0-9-]+\.mdx$/);
      expect(mdx).not.toMatch(/[\u202a-\u202e\u2028\u2029\0]/);
      const { front, body } = read(mdx);
      expect(front.draft).toBe(true);
      const { named } = await show(body);
      expect(named.filter((element) => !own.has(element))).toEqual([]);
    }
    expect(Reflect.has(globalThis, "broken")).toBe(false);
  });
});
