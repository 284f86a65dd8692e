/** What the documents lead to is there: pages, headings, and files that are named for somebody to touch. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
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
  const links = [...proseOf(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, to = ""]) => to);
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
