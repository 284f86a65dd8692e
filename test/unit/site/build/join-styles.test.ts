import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { joinStyles } from "#site/build/join-styles.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const publicDir = freshFolder("styles");

const folder = path.join(publicDir, "_astro");
const page = (...names: string[]) =>
  names.map((name) => `<link rel="stylesheet" href="/_astro/${name}.css">`).join("\n");
const sheetsOf = (html: string) => [...html.matchAll(/_astro\/([\w.-]+\.css)/g)].map(([, name = ""]) => name);

it("makes one sheet of a page's two, and leaves no sheet that nothing loads", () => {
  mkdirSync(path.join(folder, "en"), { recursive: true });
  for (const name of ["all.1", "article.2", "search.3", "plain.4", "shared.5"])
    writeFileSync(path.join(folder, `${name}.css`), `.${name.slice(0, -2)} {}\n`);
  writeFileSync(path.join(folder, "en", "open.js"), `load("_astro/search.3.css")`);

  const styles = joinStyles(publicDir);
  const [joined = "", ...more] = sheetsOf(styles.join(page("all.1", "article.2")));
  const shared = sheetsOf(styles.join(page("all.1", "search.3", "shared.5")));
  const alone = [page("plain.4"), page("shared.5")].map((html) => styles.join(html));
  styles.dropJoined();

  expect(more).toEqual([]);
  expect(readFileSync(path.join(folder, joined), "utf8")).toBe(".all {}\n.article {}");
  expect(alone).toEqual([page("plain.4"), page("shared.5")]);
  expect(readdirSync(folder).toSorted()).toEqual(
    ["en", joined, ...shared, "plain.4.css", "search.3.css", "shared.5.css"].toSorted(),
  );
});
