// npm start: installs, builds and serves, each only when needed. Runs on any Node ≥ 18; the server runs on Node 24.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { explainMissingNode, findNode24, withNode24 } from "./node24.mjs";
import { ROOT, startCommand } from "./run.mjs";
import { SERVER_FLAGS } from "./server-flags.mjs";

const at = (...names) => path.join(ROOT, ...names);

async function build(node) {
  const args = [at("scripts", "build.mjs"), "--keep-serving"];
  return startCommand(node, args, { env: withNode24(node), stdio: "inherit" }).ended;
}

/** Serves until it is told to stop. The channel lets the server notice when this launcher is killed outright. */
async function serve(node) {
  const follow = pathToFileURL(at("scripts", "follow-launcher.mjs")).href;
  const args = [...SERVER_FLAGS, "--import", follow, at("server", "main.ts")];
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  // In a group of its own it hears Ctrl-C once, from here.
  const detached = process.platform !== "win32";
  return startCommand(node, args, { env: withNode24(node), stdio, detached }).ended;
}

async function start() {
  if (!(await ensureInstalled())) return 1;
  const node = findNode24();
  if (!node) {
    console.error(explainMissingNode());
    return 1;
  }
  const built = await build(node);
  if (built.code !== 0) return built.code;
  return (await serve(node)).code;
}

process.exit(await start());
