import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  return { read, output: run.output };
}

test("a preview shows drafts, marked as such, which a build has not", async () => {
  cpSync("scripts/new-hub", at("content"), { recursive: true });
  writeFileSync(
    at("content/articles/start/quokka.mdx"),
    article('Not for everybody yet.\n\n<Part name="food" />', [
      "title: About quokkas",
      ...head.slice(1),
      "draft: true",
    ]),
  );
  mkdirSync(at("content/parts"));
  writeFileSync(at("content/parts/food.mdx"), "They eat leaves.\n");
  const { read, output } = await startPreview();
  const { status, html } = await read(DRAFT);
  expect(status, html).toBe(200);
  expect(html).toContain("Draft: About quokkas");
  expect(html).toContain("Not for everybody yet.");
  expect(html).toContain("They eat leaves.");
  expect(html).toContain('data-minutes="1"');
  expect((await read("/topics/start/")).html).toContain("Draft: About quokkas");
  // the list of articles, which has its length, hears of a change in a part
  writeFileSync(at("content/parts/food.mdx"), `They eat grass. ${"And more grass. ".repeat(200)}\n`);
  await expect.poll(async () => (await read(DRAFT)).html, { timeout: 30_000 }).toContain('data-minutes="3"');
  // what is wrong above a text is said as a build says it
  const file = at("content/articles/start/quokka.mdx");
  /** Saved again until it is heard: what is saved within 50 ms of the save before is none to who watches files. */
  const saying = (line: string, told: string) =>
    expect
      .poll(() => (writeFileSync(file, article("Text.", [line, ...head.slice(1)])), output()), {
        interval: 500,
        timeout: 30_000,
      })
      .toContain(told);
  await saying("title: Quokkas: all of them", "quokka.mdx:2 a colon within a value begins another field");
  await saying("titel: About quokkas", "quokka.mdx:2 title: is missing");
  // and its page says it too, in the place of what stood there before
  expect((await read(DRAFT)).status).toBe(500);
  writeFileSync(file, article('<Video name="quokka" title="A quokka" />\n\n![A quokka](../../figures/quokka.png)'));
  await expect
    .poll(async () => ((await read(DRAFT)).status, output()), { timeout: 30_000 })
    .toContain("quokka.mdx:9 <Video>: there is no videos/quokka.webm or videos/quokka.mp4");
  expect(output()).toContain('quokka.mdx:11 there is no image at "../../figures/quokka.png": put one there');
  // a group that is written into hub.yaml with the article is there
  const hubFile = at("content/hub.yaml");
  writeFileSync(hubFile, readFileSync(hubFile, "utf8").replace("    # groups: [", "    groups: ["));
  writeFileSync(file, article("Text with a group.", [...head, "group: accounts"]));
  await expect.poll(async () => (await read(DRAFT)).html, { timeout: 30_000 }).toContain("Text with a group.");
  expect(output()).not.toContain("is empty. Please check your content config");
  const built = readdirSync(at("builds"), { recursive: true, encoding: "utf8" });
  expect(built.filter((name) => name.endsWith("write-an-article"))).not.toEqual([]);
  expect(built.filter((name) => name.includes("quokka"))).toEqual([]);
}, 180_000);
