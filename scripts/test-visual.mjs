// npm run test:visual: 12 pages in 2 themes at 3 widths, against pictures of the commit that the work began at. They are
// made on the first run, and never committed: fonts and browsers draw otherwise on each machine.
//   npm run test:visual -- --update-snapshots   takes how it looks now for right; anything else goes to Playwright too
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { ensureChromium } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureNode24, withNode24 } from "./node24.mjs";
import { ROOT, runPhase, runQuietly, startCommand } from "./run.mjs";
import { findBase } from "./visual-base.mjs";

const FOLDER = path.join(ROOT, ".cache", "visual");
const PLAYWRIGHT = path.join(ROOT, "node_modules", "@playwright", "test", "cli.js");
const CONFIG = path.join(ROOT, "test", "visual", "playwright.config.ts");

const git = (...args) =>
  execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** A copy of a commit that can be built and served. Returns its folder. */
function checkOut(commit) {
  const folder = path.join(FOLDER, "base");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = path.join(FOLDER, "base.tar");
  git("archive", "--output", archive, commit);
  execFileSync("tar", ["-xf", archive, "-C", folder]);
  rmSync(archive);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");
  return folder;
}

const build = (root, env) =>
  runPhase(root === ROOT ? "Building" : "Building it as it was", () =>
    runQuietly(process.execPath, [path.join(root, "scripts", "build.mjs")], { cwd: root, env }),
  );

/** Playwright's own exit code. */
async function look(args, env) {
  const { ended } = startCommand(process.execPath, [PLAYWRIGHT, "test", "--config", CONFIG, ...args], {
    stdio: "inherit",
    env,
  });
  return (await ended).code;
}

async function compare(args) {
  const chromium = await ensureChromium();
  if (!chromium) {
    console.error("No Chromium: set CHROMIUM_PATH to one, or install the package `chromium` of your system.");
    return 1;
  }
  const base = findBase(ROOT);
  const pictures = path.join(FOLDER, base.slice(0, 12));
  const env = { ...withNode24(process.execPath), CHROMIUM_PATH: chromium, VISUAL_PICTURES: pictures };
  const takesNew = args.some((arg) => arg === "-u" || arg.startsWith("--update-snapshots"));
  if (!takesNew && !existsSync(pictures)) {
    const before = checkOut(base);
    const own = { ...env, BUILDS_DIR: path.join(before, "builds"), CONTENT_DIR: path.join(before, "content") };
    if ((await build(before, own)).code !== 0) return 1;
    console.log(`Pictures of ${base.slice(0, 12)}, once`);
    const code = await look(["--update-snapshots"], { ...own, VISUAL_ROOT: before });
    if (code !== 0) rmSync(pictures, { recursive: true, force: true });
    rmSync(before, { recursive: true, force: true });
    if (code !== 0) return code;
  }
  if ((await build(ROOT, env)).code !== 0) return 1;
  const code = await look(args, env);
  if (code !== 0)
    console.log(
      "\nWhat differs stands in test-results/visual. As it should be? npm run test:visual -- --update-snapshots",
    );
  return code;
}

if (!(await ensureInstalled({ dev: true }))) process.exit(1);
await ensureNode24();
process.exit(await compare(process.argv.slice(2)));
