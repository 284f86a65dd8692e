import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { Knowledge } from "#content/knowledge.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { titled } from "#test/support/lint-content.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const folder = freshFolder("parts");
const contentDir = path.join(folder, "content");
const buildsDir = path.join(folder, "builds");

function write(name: string, text: string): void {
  const file = path.join(contentDir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
function build() {
  const env = { PATH: process.env["PATH"], CONTENT_DIR: contentDir, BUILDS_DIR: buildsDir };
  const script = path.join(ROOT, "scripts", "build.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
  return { status, says: stdout + stderr };
}
const read = (name: string) => {
  const current = readFileSync(path.join(buildsDir, "current"), "utf8").trim();
  return readFileSync(path.join(buildsDir, current, name), "utf8");
};
const pageOf = (slug: string, language = "") => read(`public${language}/articles/start/${slug}/index.html`);
const rights = `You need rights in {crm}.

<Steps>
  <Step title="Ask for them" expect="They are there.">

Ask whoever has them.

  </Step>
</Steps>
`;

beforeAll(() => {
  cpSync(path.join(ROOT, "scripts", "new-hub"), contentDir, { recursive: true });
  const hub = readFileSync(path.join(contentDir, "hub.yaml"), "utf8");
  write("hub.yaml", hub.replace("languages: [en]", "languages: [en, de]"));
  cpSync(path.join(ROOT, "site/public/social.png"), path.join(contentDir, "figures/rail.png"));
  write("parts/rights.mdx", rights);
  write("parts/pictured.mdx", "Look here.\n\n![The rail](../figures/rail.png)\n");
  const use = (crm: string) => `## Rights\n\n<Part name="rights" crm="${crm}" />`;
  write("articles/start/a.mdx", titled("About the first", use("HubSpot")));
  write("articles/start/a.de.mdx", titled("Vom ersten", use("HubSpot")));
  write("articles/start/b.mdx", titled("About the second", `${use("Salesforce")}\n\n<Part name="pictured" />`));
});

test("a part stands in pages, answers and Markdown; a picture of it is found, and another language is named", () => {
  const { status, says } = build();
  expect(status, says).toBe(0);
  expect(pageOf("a")).toContain("You need rights in HubSpot.");
  expect(pageOf("b")).toContain("You need rights in Salesforce.");
  expect(pageOf("b")).toMatch(/<img src="\/_astro\/rail\.[^"]+" alt="The rail"/);
  expect(pageOf("a")).toMatch(/<a href="#ask-for-them"/);
  expect(pageOf("a", "/de")).toMatch(/<div class="flow" lang="en" dir="ltr">\s*<p>You need rights in HubSpot/);
  expect(read("public/articles/start/b/page.md")).toMatch(
    /You need rights in Salesforce\.\n\n### Step 1: Ask for them\n[^]*!\[The rail\]\(\/_astro\/rail\./,
  );
  expect(read("public/llms-full.txt")).toContain("You need rights in HubSpot.");
  const { articles } = Knowledge.parse(JSON.parse(read("knowledge.json")));
  const known = articles.find(({ id }) => id === "start/b");
  expect(known?.parts).toEqual(["parts/rights.mdx", "parts/pictured.mdx"]);
  expect(known?.sections[1]?.blocks).toMatchObject([
    { type: "prose", text: "You need rights in Salesforce." },
    { type: "step", id: "ask-for-them", text: "Ask whoever has them." },
    { type: "prose", text: "Look here." },
  ]);
}, 180_000);

test("a part that changes alone is another build, of the pages that have it", () => {
  const minutes = () => Number(/data-minutes="(\d+)"/.exec(pageOf("b"))?.[1]);
  expect(minutes()).toBe(1);
  write("parts/pictured.mdx", `Look there.\n\n${"And there. ".repeat(300)}\n\n![The rail](../figures/rail.png)\n`);
  const { status, says } = build();
  expect(status, says).toBe(0);
  expect(pageOf("b")).toContain("Look there.");
  expect(minutes()).toBe(4);
}, 180_000);
