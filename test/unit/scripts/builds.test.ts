import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openFolder, place } from "../../../scripts/builds.mjs";

const MEMORY = "/dev/shm";
const isElsewhere = existsSync(MEMORY) && statSync(MEMORY).dev !== statSync(tmpdir()).dev;

function makeFolder(parent: string): string {
  const folder = mkdtempSync(path.join(parent, "handrail-builds-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test.each(isElsewhere ? [tmpdir(), MEMORY] : [tmpdir()])("a build is put into a folder in %s", (parent) => {
  const made = path.join(makeFolder(tmpdir()), "next-1");
  mkdirSync(path.join(made, "public"), { recursive: true });
  writeFileSync(path.join(made, "public", "index.html"), "a hub");
  const buildsDir = path.join(makeFolder(parent), "builds");
  openFolder(buildsDir);
  place(made, buildsDir, "first");
  expect(readdirSync(buildsDir)).toEqual(["first"]);
  expect(readFileSync(path.join(buildsDir, "first", "public", "index.html"), "utf8")).toBe("a hub");
});
