import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import { afterAll, expect, test, vi } from "vitest";
import { createLog } from "#server/core/log.ts";
import { loadBuild } from "#server/static/build.ts";
import { hashInlineScripts } from "#server/static/csp.ts";
import { openBuilds } from "#server/static/builds.ts";
import { serveBuilt } from "#server/static/serve.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const logged: string[] = [];
const log = createLog("error", { to: { write: (line) => void logged.push(line) } });
const dir = freshFolder("builds");
const page = (name: string) => ({ "index.html": `${name} `.repeat(2000), [`_astro/x.${name}.css`]: name });

function pointAt(id: string) {
  writeFileSync(path.join(dir, "current.next"), id);
  renameSync(path.join(dir, "current.next"), path.join(dir, "current"));
}

test("before the first build the start fails", async () => {
  await expect(openBuilds(freshFolder("builds"), log)).rejects.toThrow("npm start builds one");
});

await writeBuild(dir, "zero", page("zero"));
await writeBuild(dir, "one", page("one"));
const builds = await openBuilds(dir, log);
afterAll(() => builds.close());
const app = new Hono().get("*", (c) => serveBuilt(c, builds.current(), builds) ?? c.notFound());
const read = async (url: string) => (await app.request(url)).text();

test("the policy of the server's own pages fits the frame in every language", async () => {
  const script = "<script>document.dir;</script>";
  writeFileSync(path.join(dir, "one", "shell.fr.html"), `<html lang="fr">${script}</html>`);
  const { shellPolicy } = await loadBuild(dir, "one");
  for (const hash of [...hashInlineScripts(script), ...hashInlineScripts("<script>document.title;</script>")])
    expect(shellPolicy).toContain(hash);
});

test("a restart does not break pages of the build before", async () => {
  expect(await read("/_astro/x.zero.css")).toBe("zero");
});

test("a new build is served at once and whole, under load", async () => {
  const heard = vi.fn();
  builds.onBuild(heard);
  const seen = new Set<string>();
  let reading = true;
  const readers = Array.from({ length: 8 }, async () => {
    while (reading) {
      const words = new Set((await read("/")).trim().split(" "));
      expect(words.size).toBe(1);
      seen.add([...words].join());
      await sleep(1);
    }
  });
  for (const name of ["two", "three", "four"]) {
    await writeBuild(dir, name, page(name));
    await vi.waitFor(() => expect(builds.current().id).toBe(name), 3000);
  }
  await sleep(20);
  reading = false;
  await Promise.all(readers);
  expect(seen).toEqual(new Set(["one", "two", "three", "four"]));
  expect(heard.mock.calls.map(([build]) => build.id)).toEqual(["two", "three", "four"]);
});

test("assets of earlier builds stay, their pages do not", async () => {
  expect(await read("/_astro/x.one.css")).toBe("one");
  expect(await read("/")).toContain("four");
});

test("assets of earlier builds stay a day", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 60 * 60 * 1000 });
  await writeBuild(dir, "five", page("five"));
  await vi.waitFor(() => expect(builds.current().id).toBe("five"), 3000);
  vi.useRealTimers();
  expect((await app.request("/_astro/x.one.css")).status).toBe(404);
  expect(await read("/_astro/x.four.css")).toBe("four");
});

test("a build that is not whole is told once, and the one before stays", async () => {
  mkdirSync(path.join(dir, "broken/public"), { recursive: true });
  pointAt("broken");
  await vi.waitFor(() => expect(logged.length).toBe(1), 3000);
  await sleep(1200);
  expect(logged).toHaveLength(1);
  expect(builds.current().id).toBe("five");
  await writeBuild(dir, "six", page("six"));
  await vi.waitFor(() => expect(builds.current().id).toBe("six"), 3000);
});

test("a pointer that leads out of the folder is not followed", async () => {
  pointAt("../../etc");
  await vi.waitFor(() => expect(logged.at(-1)).toContain("must name a build"), 3000);
  expect(builds.current().id).toBe("six");
});

test.skipIf(process.platform === "win32")(
  "a build of more files than a process may have open is read whole",
  async () => {
    const many = freshFolder("builds");
    await writeBuild(
      many,
      "many",
      Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`a/${at}.html`, `page ${at}`])),
    );
    const module = path.resolve("server/static/build.ts");
    const count = `const { loadBuild } = await import(${JSON.stringify(module)});
    console.log((await loadBuild(${JSON.stringify(many)}, "many")).files.size);`;
    const command = 'ulimit -n 200 && exec "$0" --input-type=module -e "$1"';
    const said = execFileSync("sh", ["-c", command, process.execPath, count], { encoding: "utf8" });
    expect(Number(said)).toBeGreaterThanOrEqual(400);
  },
);
