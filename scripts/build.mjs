// Builds the hub into builds/<hash> and points builds/current at it. What is served is never half a build.
//   node scripts/build.mjs [--out DIR] [--force] [--keep-serving]
// --keep-serving: a failure is no error while an earlier build is there to serve.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { hashInputs } from "./build-inputs.mjs";
import { findProblems } from "./check-build.mjs";
import { ensureNode24, ROOT } from "./node24.mjs";
import { precompress } from "./precompress.mjs";
import { runPhase, runQuietly } from "./run.mjs";

const KEPT_BUILDS = 2;

async function build({ buildsDir, hash, force }) {
  const next = path.join(buildsDir, `next-${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    const built = await runPhase("Building the hub", () => buildPages(path.join(next, "public")));
    if (built.code !== 0) return false;
    await runPhase("Compressing", () => timed(() => precompress(path.join(next, "public"))));
    const name = force ? `${hash}-${Date.now().toString(36)}` : hash;
    renameSync(next, path.join(buildsDir, name));
    pointAt(buildsDir, name);
    return true;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

async function buildPages(out) {
  const astro = path.join(ROOT, "node_modules", "astro", "bin", "astro.mjs");
  const env = { ...process.env, BUILD_OUT: out, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const result = await runQuietly(process.execPath, [astro, "build"], { env });
  if (result.code !== 0) return result;
  const problems = findProblems(path.dirname(out));
  return { ...result, code: problems.length ? 1 : 0, output: [result.output, ...problems].join("\n") };
}

async function timed(work) {
  const startedAt = Date.now();
  await work();
  return { code: 0, seconds: (Date.now() - startedAt) / 1000 };
}

/** By rename, so that a server that reads it meanwhile sees the old name or the new one. */
function pointAt(buildsDir, name) {
  const pointer = path.join(buildsDir, "current");
  writeFileSync(`${pointer}-${process.pid}`, `${name}\n`);
  renameSync(`${pointer}-${process.pid}`, pointer);
}

function readCurrent(buildsDir) {
  const pointer = path.join(buildsDir, "current");
  if (!existsSync(pointer)) return null;
  const name = readFileSync(pointer, "utf8").trim();
  return name && existsSync(path.join(buildsDir, name)) ? name : null;
}

/** Keeps the build that is served and the one before; removes older ones and what a killed build left. */
function prune(buildsDir) {
  const current = readCurrent(buildsDir);
  const age = (name) => statSync(path.join(buildsDir, name)).mtimeMs;
  const builds = readdirSync(buildsDir).filter((name) => /^[0-9a-f]{16}/.test(name) && name !== current);
  const old = builds.sort((a, b) => age(b) - age(a)).slice(KEPT_BUILDS - 1);
  const left = readdirSync(buildsDir).filter((name) => /^next-\d+$/.test(name) && !isAlive(name.slice(5)));
  for (const name of [...old, ...left]) rmSync(path.join(buildsDir, name), { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function main() {
  ensureNode24();
  const { values } = parseArgs({
    options: { out: { type: "string" }, force: { type: "boolean" }, "keep-serving": { type: "boolean" } },
  });
  const envFile = path.join(ROOT, ".env");
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const buildsDir = path.resolve(ROOT, values.out ?? process.env.BUILDS_DIR ?? "builds");
  const contentDir = path.resolve(ROOT, process.env.CONTENT_DIR ?? "content");

  const hash = hashInputs({ contentDir, env: process.env });
  const current = readCurrent(buildsDir);
  if (!values.force && current?.startsWith(hash)) return 0;
  if (!values.force && existsSync(path.join(buildsDir, hash))) pointAt(buildsDir, hash);
  else if (!(await build({ buildsDir, hash, force: values.force }))) {
    if (!values["keep-serving"] || !current) return 1;
    console.error("The new build failed, see above. The one before goes on being served.\n");
    return 0;
  }
  prune(buildsDir);
  return 0;
}

process.exit(await main());
