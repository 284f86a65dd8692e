// Builds the hub into builds/<hash> and points builds/current at it. What is served is never half a build.
//   node scripts/build.mjs [--out DIR] [--force] [--keep-serving]
// --keep-serving: a failure is no error while an earlier build is there to serve.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { hashInputs } from "./build-inputs.mjs";
import { openFolder, place, pointAt, prune, readCurrent, sweep } from "./builds.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureNode24 } from "./node24.mjs";
import { ROOT, runPhase, runQuietly } from "./run.mjs";

/** Lines of a stack that lie in packages, and of Astro on its own parts: a writer looks for the file and line beside them. */
const FOREIGN_LINES =
  /^(?: +at .*(?:node_modules|\.prerender|<anonymous>|Promise\.all|build-pages\.mjs)|.*An unhandled error occurred while running the "astro:).*\n/gm;
/**
 * A build takes a fifth less memory in the same time by the flags, since most of what it makes is used at once, and another
 * tenth by the settings, which have native parts give back what they no longer use.
 */
const LESS_MEMORY = {
  flags: ["--max-semi-space-size=8", "--expose-gc"],
  env: { MALLOC_ARENA_MAX: "2", MIMALLOC_PURGE_DELAY: "0" },
};
const SLOTS = ["title", "main", "head"];
/** Where builds are made. */
const NEXT = path.join(ROOT, ".cache", "builds");

/**
 * Builds beside what is served and moves it into its place. False when it failed; nothing has changed then. In the
 * project's own folder: Astro moves files within it by renaming, which works within one file system only.
 */
async function build({ buildsDir, contentDir, name, ask }) {
  const next = path.join(NEXT, `next-${process.pid}`);
  const publicDir = path.join(next, "public");
  let asked = Promise.resolve("");
  openFolder(buildsDir);
  mkdirSync(publicDir, { recursive: true });
  try {
    const { code, output } = await runPhase("Building the hub", () =>
      buildPages(publicDir, name, () => (asked = ask(next))),
    );
    const misses = await asked;
    if (code !== 0) return false;
    for (const told of [output.trim(), misses]) if (told) console.warn(`\n${told}\n`);
    keepHub(contentDir, next);
    place(next, buildsDir, name);
    pointAt(buildsDir, name);
    return true;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** What a server takes from the content, beside the pages that fit it: where it is written anew with a mistake, this counts. */
function keepHub(contentDir, dir) {
  for (const name of ["hub.yaml", "i18n"])
    if (existsSync(path.join(contentDir, name)))
      cpSync(path.join(contentDir, name), path.join(dir, "content", name), { recursive: true });
}

/** The same. Where the system refuses something, such as to write, it is said, and the build counts as failed. */
async function tryBuild(options) {
  try {
    return await build(options);
  } catch (error) {
    if (!error.syscall) throw error;
    console.error(
      `${error.message}\nWho runs this must be able to write to ${ROOT} and to BUILDS_DIR, ${options.buildsDir}.`,
    );
    return false;
  }
}

/** `onKnowledge` is called as soon as knowledge.json is written, while pages are still compressed. */
async function buildPages(publicDir, name, onKnowledge) {
  const more = { BUILD_OUT: publicDir, BUILD_ID: name, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const env = { ...LESS_MEMORY.env, ...process.env, ...more };
  const script = path.join(ROOT, "scripts", "build-pages.mjs");
  const result = await runQuietly(process.execPath, [...LESS_MEMORY.flags, script], {
    env,
    onMessage: ({ tell }) => (tell ? process.stdout.write(tell) : onKnowledge()),
  });
  if (result.code !== 0) return { ...result, output: result.output.replace(FOREIGN_LINES, "") };
  const problem = findProblem(path.dirname(publicDir));
  if (problem) return { ...result, code: 1, output: `${result.output}\n${problem}` };
  return result;
}

/** Asks a new build the writers' questions. What it answers otherwise than they say is to be told; it stops nothing. */
async function askQuestions(contentDir, builds) {
  if (!existsSync(path.join(contentDir, "questions.yaml"))) return "";
  return (await runProgram("ask-questions.ts", contentDir, ...builds)).output.trim();
}

/**
 * A program of ours, quietly. What has been compiled of it is kept where server/core/light-start.ts has it, from its first
 * file on, so that Node need not load what strips types.
 */
function runProgram(name, ...args) {
  const env = { NODE_COMPILE_CACHE: path.join(ROOT, "node_modules", ".cache", "compiled"), ...process.env };
  return runQuietly(process.execPath, [path.join(ROOT, "scripts", name), ...args], { env });
}

/** Why this cannot be served, or null. */
function findProblem(dir) {
  const wanted = ["public/index.html", "knowledge.json", "shell.html"];
  const missing = wanted.find((file) => !existsSync(path.join(dir, file)));
  if (missing) return `The build has no ${missing}.`;
  const { articles } = JSON.parse(readFileSync(path.join(dir, "knowledge.json"), "utf8"));
  if (articles.length === 0) return "The build has no article: put one into articles/<topic>/, beside hub.yaml.";
  const shell = readFileSync(path.join(dir, "shell.html"), "utf8");
  const slot = SLOTS.find((name) => !shell.includes(`<!--slot:${name}-->`));
  return slot ? `shell.html has no <!--slot:${slot}-->: see site/pages/shell.astro.` : null;
}

/** What the server would say of settings and hub.yaml when the build is done, said before it. Gives what of them is wrong, or null. */
async function findWrong() {
  const { code, output } = await runProgram("check-settings.ts");
  if (code !== 0) console.error(`${output.trim()}\n`);
  return code === 0 ? null : code === 2 ? "hub.yaml" : "settings";
}

/** Builds when the inputs are not those of the build that is served. True when a build is there to serve. */
async function ensureBuilt({ buildsDir, contentDir, force, keepServing }) {
  if (!existsSync(path.join(contentDir, "hub.yaml"))) {
    console.error(`There is no hub.yaml in ${contentDir}: CONTENT_DIR must name a folder that has one.`);
    return false;
  }
  const hash = hashInputs(contentDir, process.env);
  const current = readCurrent(buildsDir);
  if (!force && current?.startsWith(hash)) return true;
  const wrong = await findWrong();
  if (wrong === "settings") return false;
  if (!wrong && !force && existsSync(path.join(buildsDir, hash))) pointAt(buildsDir, hash);
  else {
    const name = force ? `${hash}-${Date.now().toString(36)}` : hash;
    const before = current ? [path.join(buildsDir, current)] : [];
    const ask = (next) => askQuestions(contentDir, [next, ...before]);
    if (wrong || !(await tryBuild({ buildsDir, contentDir, name, ask }))) {
      if (keepServing && current) console.error("There is no new build, see above. The one before it is served.\n");
      return Boolean(keepServing && current);
    }
  }
  prune(buildsDir);
  sweep(NEXT);
  return true;
}

if (!(await ensureInstalled())) process.exit(1);
await ensureNode24();
const { values } = parseArgs({
  options: { out: { type: "string" }, force: { type: "boolean" }, "keep-serving": { type: "boolean" } },
});
const envFile = path.join(ROOT, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);
const built = await ensureBuilt({
  buildsDir: path.resolve(ROOT, values.out ?? process.env.BUILDS_DIR ?? "builds"),
  contentDir: path.resolve(ROOT, process.env.CONTENT_DIR ?? "content"),
  force: values.force,
  keepServing: values["keep-serving"],
});
process.exitCode = built ? 0 : 1;
