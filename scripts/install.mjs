// Installs from the lock file when what is installed differs from it. Runs on any Node ≥ 18.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT, runPhase, runQuietly } from "./run.mjs";

/** npm's own record of what stands in node_modules; written last, so an install cut short has none. */
const INSTALLED = path.join(ROOT, "node_modules", ".package-lock.json");

/** True when every package of the lock stands there in its version. Other platforms' binaries are left out. */
function isInstalled({ dev }) {
  const installed = readPackages(INSTALLED);
  const wanted = Object.entries(readPackages(path.join(ROOT, "package-lock.json"))).filter(
    ([name, entry]) => name !== "" && !entry.optional && !entry.devOptional && (dev || !entry.dev),
  );
  return wanted.every(([name, { version }]) => installed[name]?.version === version);
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** True when it is installed afterwards. Packages for development stay where they are there already. */
export async function ensureInstalled({ dev = false } = {}) {
  const keepDev = dev || existsSync(path.join(ROOT, "node_modules", "typescript", "package.json"));
  if (isInstalled({ dev: keepDev })) return true;
  const args = ["ci", "--loglevel=error", keepDev ? "--include=dev" : "--omit=dev"];
  const { code } = await runPhase("Installing packages", () => runNpm(args));
  return code === 0;
}

/** The npm that runs this script, else the one on the PATH. */
function runNpm(args) {
  const npm = process.env.npm_execpath ?? "";
  if (/npm-cli\.c?js$/.test(npm)) return runQuietly(process.execPath, [npm, ...args]);
  return runQuietly("npm", args, { shell: process.platform === "win32" });
}
