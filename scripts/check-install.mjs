// Installs and starts a fresh copy of the project as a new user would, with the newest npm (or those named).
//   node scripts/check-install.mjs [npm version …]
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT, runPhase } from "./run.mjs";

/** The first start installs and builds; the second has nothing to do. */
const START_WITHIN_MS = { first: 240_000, second: 30_000 };
const STOP_WITHIN_MS = 10_000;
const ARTICLE = "/articles/integrations/connect-your-crm/";

/** What a clone would have, with what is not committed yet. The space in the path is on purpose. */
function copyProject() {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "handrail-")), "a copy");
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  for (const file of listed.toString().split("\0").filter(Boolean)) {
    const from = path.join(ROOT, file);
    if (existsSync(from)) cpSync(from, path.join(folder, file));
  }
  return folder;
}

async function findFreePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** `npm start` until the article is there, then SIGTERM. @throws when it does not start, answer or stop in time. */
async function startOnce(npm, cwd, withinMs) {
  const deadline = Date.now() + withinMs;
  const port = await findFreePort();
  const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1" };
  const child = spawn("npx", ["--yes", "--loglevel=error", npm, "start"], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = once(child, "exit");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  try {
    for (const page of ["/readyz", ARTICLE]) await readPage(`http://127.0.0.1:${port}${page}`, child, deadline);
    // to the whole group: npx, npm and its shell stand between this and the server, and not each of them passes it on
    signalGroup(child, "SIGTERM");
    const late = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_WITHIN_MS);
    const [, signal] = await ended;
    clearTimeout(late);
    if (signal === "SIGKILL") throw new Error("It did not stop within ten seconds.");
    await expectSilence(port);
  } catch (error) {
    if (child.exitCode === null) signalGroup(child, "SIGKILL");
    throw new Error(`${error.message}\n${output}`, { cause: error });
  }
}

const signalGroup = (child, signal) => process.kill(0 - child.pid, signal);

async function readPage(url, child, deadline) {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response.text();
    if (child.exitCode !== null) throw new Error(`It ended before it served ${url}.`);
    if (Date.now() > deadline) throw new Error(`${url} was not there in time.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function expectSilence(port) {
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)) {
    if (Date.now() > deadline) throw new Error("The server went on after its launcher had stopped.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** One start as a phase: {code, output, seconds}. */
async function tryStart(npm, cwd, withinMs) {
  const startedAt = Date.now();
  const output = await startOnce(npm, cwd, withinMs).then(
    () => "",
    (error) => error.message,
  );
  return { code: output ? 1 : 0, output, seconds: (Date.now() - startedAt) / 1000 };
}

const named = process.argv.slice(2);
for (const version of named.length > 0 ? named : ["latest"]) {
  const npm = `npm@${version}`;
  const copy = copyProject();
  for (const [which, withinMs] of Object.entries(START_WITHIN_MS)) {
    const { code } = await runPhase(`${npm}: ${which} start`, () => tryStart(npm, copy, withinMs));
    if (code !== 0) process.exitCode = 1;
  }
  rmSync(path.dirname(copy), { recursive: true, force: true });
}
