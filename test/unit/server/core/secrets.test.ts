import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readOrCreateSecret } from "#server/core/secrets.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

test("a secret is made once, kept, and readable by its owner only", () => {
  const dir = freshFolder("secrets");
  const secret = readOrCreateSecret(dir, "auth");
  expect(secret).toHaveLength(43);
  expect(readOrCreateSecret(dir, "auth")).toBe(secret);
  expect(readOrCreateSecret(dir, "sealing")).not.toBe(secret);
  expect(statSync(path.join(dir, "secrets/auth")).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.join(dir, "secrets")).toSorted()).toEqual(["auth", "sealing"]);
});

test.each(["", "short\n"])("a file that holds %j is no secret: nothing is signed with it", (text) => {
  const dir = freshFolder("secrets");
  mkdirSync(path.join(dir, "secrets"));
  writeFileSync(path.join(dir, "secrets/auth"), text);
  expect(() => readOrCreateSecret(dir, "auth")).toThrow(/secrets\/auth holds no secret/);
});
