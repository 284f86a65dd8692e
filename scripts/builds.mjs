// The folder of builds: builds/<hash>/ each, and builds/current, which names the one that is served.
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/** Makes the folder. @throws where nothing can be put into it: after a build is late to hear that. */
export function openFolder(buildsDir) {
  mkdirSync(buildsDir, { recursive: true });
  accessSync(buildsDir, constants.W_OK);
}

/** Moves a whole build to its name, which is there all at once, from another file system too. */
export function place(from, buildsDir, name) {
  const target = path.join(buildsDir, name);
  try {
    renameSync(from, target);
  } catch (error) {
    if (error.code !== "EXDEV") throw error;
    const copy = path.join(buildsDir, `next-${process.pid}`);
    cpSync(from, copy, { recursive: true });
    renameSync(copy, target);
  }
}

/** By rename, so that a server that reads it meanwhile sees the old name or the new one. */
export function pointAt(buildsDir, name) {
  const pointer = path.join(buildsDir, "current");
  writeFileSync(`${pointer}-${process.pid}`, `${name}\n`);
  renameSync(`${pointer}-${process.pid}`, pointer);
}

/** Removes old builds, and what one that was killed has left. */
export function prune(buildsDir) {
  const current = readCurrent(buildsDir);
  const age = (name) => statSync(path.join(buildsDir, name)).mtimeMs;
  const names = readdirSync(buildsDir);
  const others = names.filter((name) => /^[0-9a-f]{16}/.test(name) && name !== current);
  const old = others.sort((a, b) => age(b) - age(a)).slice(KEPT_BUILDS - 1);
  for (const name of old) rmSync(path.join(buildsDir, name), { recursive: true, force: true });
  sweep(buildsDir);
}

/** Removes what builds that were killed have left. */
export function sweep(dir) {
  const names = existsSync(dir) ? readdirSync(dir) : [];
  const left = names.filter((name) => /^next-\d+$/.test(name) && !isAlive(Number(name.slice("next-".length))));
  for (const name of left) rmSync(path.join(dir, name), { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
