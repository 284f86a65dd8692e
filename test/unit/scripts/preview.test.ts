import { cpSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { article, head } from "#test/support/lint-content.ts";
import { freePort } from "#test/support/ports.ts";
import { runNode } from "#test/support/process.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const folder = freshFolder("preview");
const at = (name: string) => path.join(folder, name);
const DRAFT = "/articles/start/quokka/";

/** What `npm run content:preview` does, in a hub of its own. */
async function startPreview() {
  const port = await freePort();
  const settings = { CONTENT_DIR: at("content"), BUILDS_DIR: at("builds"), DATA_DIR: at("data"), PORT: String(port) };
  const run = runNode(
    "scripts/dev.mjs",
    { ...settings, ASTRO_TELEMETRY_DISABLED: "1", LOG_LEVEL: "error" },
    [],
    ["--drafts"],
  );
  // asked to end, not killed: it ends the server that it started
  onTestFinished(async () => {
    run.child.kill("SIGTERM");
    await run.ended;
  });
  await run.says("Pages with hot reload");
  const read = async (page: string) => {
    const deadline = Date.now() + 60_000;
    for (;;) {
      // it says so before it listens
      const response = await fetch(`http://localhost:${port}${page}`).catch(() => null);
      if (response) return { status: response.status, html: await response.text() };
      if (Date.now() > deadline) throw new Error(`Nothing listens:\n${run.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return read;
}

test("a preview shows drafts, marked as such, which a build has not", async () => {
  cpSync("scripts/new-hub", at("content"), { recursive: true });
  writeFileSync(
    at("content/articles/start/quokka.mdx"),
    article("Not for everybody yet.", ["title: About quokkas", ...head.slice(1), "draft: true"]),
  );
  const read = await startPreview();
  const { status, html } = await read(DRAFT);
  expect(status, html).toBe(200);
  expect(html).toContain("Draft: About quokkas");
  expect(html).toContain("Not for everybody yet.");
  expect((await read("/topics/start/")).html).toContain("Draft: About quokkas");
  const built = readdirSync(at("builds"), { recursive: true, encoding: "utf8" });
  expect(built.filter((name) => name.endsWith("write-an-article"))).not.toEqual([]);
  expect(built.filter((name) => name.includes("quokka"))).toEqual([]);
}, 180_000);
