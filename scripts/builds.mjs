// The folder of builds: builds/<hash>/ each, and builds/current, which names the one that is served.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The one before stays: pages that are still open load its assets. */
const KEPT_BUILDS = 2;

/** Name of the build that is served, or null when there is none yet. */
export function readCurrent(buildsDir) {
  const pointer = path.join(buildsDir, "current");
  if (!existsSync(pointer)) return null;
  const name = readFileSync(pointer, "utf8").trim();
  return name && existsSync(path.join(buildsDir, name)) ? name : null;
}

/** By rename, so that a server that reads it meanwhile sees the old name or the new one. */
export function pointAt(buildsDir, name) {
  const pointer = path.join(buildsDir, "current");
  writeFileSync(`${pointer}-${process.pid}`, `${name}\n`);
  renameSync(`${pointer}-${process.pid}`, pointer);
}

/** Removes old builds, and what a build that was killed has left. */
export function prune(buildsDir) {
  const current = readCurrent(buildsDir);
  const age = (name) => statSync(path.join(buildsDir, name)).mtimeMs;
  const names = readdirSync(buildsDir);
  const others = names.filter((name) => /^[0-9a-f]{16}/.test(name) && name !== current);
  const old = others.sort((a, b) => age(b) - age(a)).slice(KEPT_BUILDS - 1);
  const left = names.filter((name) => /^next-\d+$/.test(name) && !isAlive(Number(name.slice("next-".length))));
  for (const name of [...old, ...left]) rmSync(path.join(buildsDir, name), { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
