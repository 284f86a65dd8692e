/** What the documents lead to is there: pages, headings, and files to touch. What somebody may write is in them. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { BLOCK_NAMES, blockOf } from "#content/blocks.ts";
import { Frontmatter, Hub } from "#content/schema.ts";
import { ROOT } from "#server/core/settings.ts";

const documents = globSync(["*.md", "docs/**/*.md", ".changeset/README.md"], { cwd: ROOT });
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
/** Without code, in which "[x](y)" is no link and "# x" no heading. */
const proseOf = (file: string): string => read(file).replaceAll(/^```[\s\S]*?^```/gm, "");

function anchorsOf(file: string): string[] {
  const slugger = new GithubSlugger();
  return [...proseOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slugger.slug(heading));
}

function findBroken(file: string): string[] {
  const prose = proseOf(file).replaceAll(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, to = ""]) => to);
  return links.filter((to) => {
    const [target = "", anchor] = to.split("#", 2);
    const named = path.join(target ? path.dirname(file) : "", target || file);
    if (!existsSync(path.join(ROOT, named))) return true;
    return anchor !== undefined && statSync(path.join(ROOT, named)).isFile() && !anchorsOf(named).includes(anchor);
  });
}

test.each(documents)("every link of %s leads somewhere", (file) => {
  expect(findBroken(file)).toEqual([]);
});

test("files that are to be touched are there", () => {
  const rooms = /`((?:content|server|site|scripts|test)\/[\w./-]+\.\w+)`/g;
  const named = [...read("docs/extending.md").matchAll(rooms)].map(([, file = ""]) => file);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test("the writers' guide names every block and every field of an article", () => {
  const guide = read("docs/writing.md");
  expect(BLOCK_NAMES.filter((name) => !guide.includes(`<${name}`))).toEqual([]);
  expect(Object.keys(Frontmatter.shape).filter((field) => !guide.includes(`| \`${field}\` `))).toEqual([]);
});

test("the writers' guide names every attribute of a block", () => {
  const guide = read("docs/writing.md");
  const missing = BLOCK_NAMES.flatMap((name) => {
    const { needs = [], takes = {} } = blockOf(name) ?? {};
    const row = new RegExp(`\`<${name}\\b([^>]*)>`).exec(guide)?.[1]?.split(" ") ?? [];
    return [...needs, ...Object.keys(takes)]
      .filter((attribute) => !row.includes(attribute))
      .map((attribute) => `${name} ${attribute}`);
  });
  expect(missing).toEqual([]);
});

test("the settings name every field of hub.yaml and every setting of the environment", () => {
  const page = read("docs/settings.md");
  expect(Object.keys(Hub.shape).filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  const named = [...page.matchAll(/`([A-Z][A-Z_]+)(…?)`/g)].map(([, name = "", more]) => ({
    name,
    isStart: more !== "",
  }));
  const known = [...read(".env.example").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, setting = ""]) => setting);
  expect(known.length).toBeGreaterThan(30);
  const isNamed = (setting: string) =>
    named.some(({ name, isStart }) => (isStart ? setting.startsWith(name) : setting === name));
  expect(known.filter((setting) => !isNamed(setting))).toEqual([]);
});
