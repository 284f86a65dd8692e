import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listInputs } from "../../../scripts/build-inputs.mjs";

const ROOT = path.resolve(import.meta.dirname, "../../..");

test("a changed text is another build: every file of words is among its inputs, the server's too", () => {
  const inputs = new Set(listInputs(path.join(ROOT, "content")));
  const words = globSync("{content,server,site}/**/*.words.ts", { cwd: ROOT });
  expect(words).toContain("server/features/status/status.words.ts");
  expect(words.filter((name) => !inputs.has(path.join(ROOT, name)))).toEqual([]);
});
