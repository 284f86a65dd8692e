import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "#server/core/settings.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const folder = freshFolder("new-hub");

test("an empty hub in a folder that is not there yet: nothing to move aside, and the guide to figures is in it", () => {
  const contentDir = path.join(folder, "help");
  const env = { PATH: process.env["PATH"], CONTENT_DIR: contentDir };
  const script = path.join(ROOT, "scripts", "new-hub.mjs");
  const { status, stdout } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringContaining(`An empty hub is in ${contentDir}.\n`)]);
  expect(readdirSync(folder)).toEqual(["help"]);
  expect(existsSync(path.join(contentDir, "hub.yaml"))).toBe(true);
  const article = readFileSync(path.join(contentDir, "articles", "start", "write-an-article.mdx"), "utf8");
  expect(article).toContain(`updated: ${new Date().toISOString().slice(0, 10)}\n`);
  expect(readdirSync(path.join(contentDir, "figures"))).toEqual(["README.md"]);
});

test("a folder behind the command is refused, and nothing is moved", () => {
  const contentDir = path.join(folder, "kept");
  mkdirSync(contentDir);
  writeFileSync(path.join(contentDir, "hub.yaml"), "");
  const env = { PATH: process.env["PATH"], CONTENT_DIR: contentDir };
  const script = path.join(ROOT, "scripts", "new-hub.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, "elsewhere"], { env, encoding: "utf8" });
  expect([status, stderr]).toEqual([1, expect.stringContaining("CONTENT_DIR")]);
  expect(readdirSync(contentDir)).toEqual(["hub.yaml"]);
});

test("what an import has written there is noted for it alone: an empty hub begins without", () => {
  const contentDir = path.join(folder, "again");
  mkdirSync(contentDir);
  writeFileSync(path.join(contentDir, ".imported.json"), "{}");
  const env = { PATH: process.env["PATH"], CONTENT_DIR: contentDir };
  spawnSync(process.execPath, [path.join(ROOT, "scripts", "new-hub.mjs")], { env });
  expect(existsSync(path.join(contentDir, ".imported.json"))).toBe(false);
  const aside = readdirSync(folder).find((name) => name.startsWith("again.bak-")) ?? "";
  expect(readdirSync(path.join(folder, aside))).toEqual([".imported.json"]);
});
