// Finds the Node 24 that came with the install. Runs on any Node ≥ 18.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT, startCommand } from "./run.mjs";

const NODE = { major: 24, name: process.platform === "win32" ? "node.exe" : "node" };

/**
 * Path of a Node that runs the server: the installed package's, else the one that runs this, else null.
 * Not `.bin/node`: npm 10 leaves that link out where several packages claim it.
 */
export function findNode24() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const packaged = path.join(ROOT, "node_modules", `node-${platform}-${process.arch}`, "bin", NODE.name);
  if (existsSync(packaged) && spawnSync(packaged, ["--version"]).status === 0) return packaged;
  return majorOf(process.version) >= NODE.major ? process.execPath : null;
}

export function explainMissingNode() {
  return [
    `This needs Node ${NODE.major}, and none came with the packages for ${process.platform}-${process.arch}.`,
    `Install Node ${NODE.major} from https://nodejs.org/en/download (or with your system's packages), check that`,
    `\`node --version\` says v${NODE.major} or newer, and start again.`,
  ].join("\n");
}

/** The environment in which `node` is Node 24 and the installed tools are found. */
export function withNode24(node, env = process.env) {
  const folders = [path.dirname(node), path.join(ROOT, "node_modules", ".bin"), env.PATH ?? ""];
  return { ...env, PATH: folders.join(path.delimiter) };
}

/** Runs the calling script again under Node 24 when this Node is older; otherwise returns. */
export async function ensureNode24() {
  if (majorOf(process.version) < NODE.major) process.exit(await runHere(process.argv.slice(1)));
}

/** Runs a file with its arguments in this terminal, under Node 24; resolves to its exit code. */
export async function runHere(args) {
  const node = findNode24();
  if (!node) {
    console.error(explainMissingNode());
    return 1;
  }
  return (await startCommand(node, args, { stdio: "inherit", env: withNode24(node) }).ended).code;
}

function majorOf(version) {
  return Number(version.slice(1).split(".")[0]);
}
