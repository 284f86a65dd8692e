import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { freshFolder } from "#test/support/fresh-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const clone = freshFolder("clone");

const at = (...names: string[]) => path.join(clone, ...names);
const json = (file: string, value: unknown) => writeFileSync(at(file), JSON.stringify(value));
function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: clone, encoding: "utf8" });
  return { status, says: stdout + stderr };
}

/** A project of one package, which lies beside it, so that an install needs no network. */
function fillClone(): void {
  mkdirSync(at("packed"));
  json("packed/package.json", { name: "greeting", version: "1.0.0", main: "index.js" });
  writeFileSync(at("packed", "index.js"), 'module.exports = "hello";');
  expect(run("npm", "pack", "./packed", "--silent").status).toBe(0);
  json("package.json", { name: "clone", version: "1.0.0", dependencies: { greeting: "file:greeting-1.0.0.tgz" } });
  expect(run("npm", "install", "--package-lock-only", "--offline", "--no-audit").status).toBe(0);
  cpSync(path.join(ROOT, "scripts"), at("scripts"), { recursive: true });
  writeFileSync(at("scripts", "greet.mjs"), 'import greeting from "greeting"; console.log(greeting);');
}

test("on a fresh clone a command installs what it needs before it runs, once", { timeout: 120_000 }, () => {
  fillClone();
  expect(existsSync(at("node_modules"))).toBe(false);
  const first = run(process.execPath, "scripts/run-node24.mjs", "scripts/greet.mjs");
  expect(first).toMatchObject({ status: 0, says: expect.stringMatching(/Installing packages[^]*hello/) });
  expect(run(process.execPath, "scripts/run-node24.mjs", "scripts/greet.mjs").says).toBe("hello\n");
});
