/**
 * A real help centre, 132 pages of Docusaurus, comes in whole and builds. It is not part of this repository: EVAL_DATA
 * names the folder that has it as `import/plausible` (`../shared/data` where that exists).
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openImport } from "#test/support/import-content.ts";

const SAMPLE = path.resolve(process.env["EVAL_DATA"] ?? "../shared/data", "import/plausible");
const isThere = existsSync(SAMPLE);
if (!isThere) process.stdout.write(`No help centre in ${SAMPLE} (EVAL_DATA): its import was not tried.\n`);

const ROOT = path.resolve(import.meta.dirname, "../../../..");
const { folder, hubDir, read, run, errors } = openImport();

test.skipIf(!isThere)(
  "Plausible's pages come in whole, and the hub builds with them",
  async () => {
    const { told, notes, summary } = await run({ source: SAMPLE });
    expect(summary[0]).toBe("132 of 132 pages (docusaurus) in 11 topics");
    expect(globSync("articles/*/*.mdx", { cwd: hubDir() })).toHaveLength(132 + 1);
    expect(read("redirects.yaml").trim().split("\n")).toHaveLength(132);
    expect(await errors()).toEqual([]);

    const tags = notes.filter(({ construct }) => /^<[A-Z]/.test(construct));
    expect(tags.length).toBeGreaterThan(100);
    for (const { file, line, construct } of notes) {
      expect(existsSync(path.join(SAMPLE, file)), `${file}:${line} ${construct}`).toBe(true);
    }
    for (const { file, line, construct } of tags) {
      const lines = readFileSync(path.join(SAMPLE, file), "utf8").split("\n");
      expect(lines[line - 1], `${file}:${line}`).toContain(construct.replace(/[> ].*$/, ""));
    }
    expect(told).toContainEqual(
      expect.stringMatching(/^2fa\.md:19 img\/enter-verificaiton-code-2FA\.png The image is not/),
    );

    const env = { PATH: process.env["PATH"], CONTENT_DIR: hubDir(), BUILDS_DIR: path.join(folder.dir, "builds") };
    const built = spawnSync(process.execPath, [path.join(ROOT, "scripts/build.mjs")], { env, encoding: "utf8" });
    expect(built.stdout + built.stderr).toMatch(/^Building the hub … [\d.]+ s\n$/);
    expect(built.status).toBe(0);
  },
  600_000,
);
