import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { atEnd } from "#test/support/at-end.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { type Run, runNode } from "#test/support/process.ts";

const ofFile = freshFolder();
const undone: string[] = [];
const made = { folder: "", run: undefined as Run | undefined };

test("what a test makes", async () => {
  atEnd(() => undone.push("first"));
  atEnd(async () => void undone.push("second"));
  made.folder = freshFolder();
  made.run = runNode("test/unit/support/waits.child.ts", {});
  await made.run.says("waiting");
  expect([made.folder, ofFile].map(existsSync)).toEqual([true, true]);
});

test("is undone when it has ended, the last first; what the file made stays until its end", async () => {
  expect(undone).toEqual(["second", "first"]);
  expect([made.folder, ofFile].map(existsSync)).toEqual([false, true]);
  expect(await made.run?.ended).toBeNull();
});
