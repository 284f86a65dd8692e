import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { findBase } from "../../../scripts/visual-base.mjs";
import { freshFolder } from "#test/support/fresh-folder.ts";

/** A repository on main with as many commits. */
function openRepository(commits: number) {
  const dir = freshFolder("base");
  const git = (...args: string[]) => {
    const own = ["-c", "user.name=A Writer", "-c", "user.email=writer@example.com", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...own, ...args], { cwd: dir, encoding: "utf8" }).trim();
  };
  git("init", "-q", "-b", "main");
  const commit = () => {
    git("commit", "-q", "--allow-empty", "-m", "Work");
    return git("rev-parse", "HEAD");
  };
  const made = Array.from({ length: commits }, commit);
  return { dir, git, commit, made };
}

test("work on a branch is held against where it left main", () => {
  const { dir, git, commit, made } = openRepository(2);
  git("switch", "-qc", "work");
  commit();
  commit();
  expect(findBase(dir)).toBe(made[1]);
});

test("work that is committed on main is held against the last release, or else the commit before", () => {
  const { dir, git, commit, made } = openRepository(3);
  expect(findBase(dir)).toBe(made[1]);
  git("tag", "v1", made[0] ?? "");
  expect(findBase(dir)).toBe(made[0]);
  git("tag", "v2");
  // of a release itself, those before it
  expect(findBase(dir)).toBe(made[0]);
  commit();
  expect(findBase(dir)).toBe(made[2]);
});

test("of a first commit, or of a copy that has no other, it is that one", () => {
  const { dir, made } = openRepository(1);
  expect(findBase(dir)).toBe(made[0]);
});
