import { existsSync, watch } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Log } from "#server/core/log.ts";
import { isImmutable, loadBuild, readFiles, type Build, type BuiltFile } from "./build.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

/** Which build is served. Features read `current()`; a page reads it once a response. */
export type Builds = {
  current(): Build;
  /** A file with a hash in its name from a build before this one, for pages that are still open. */
  earlierAsset(name: string): BuiltFile | undefined;
  /** Called after each switch to a new build. */
  onBuild(listener: (build: Build) => void): void;
  close(): void;
};

type EarlierBuild = { assets: Map<string, BuiltFile>; until: number };

const KEEP_EARLIER_MS = DAY_MS;
const LOOK_EVERY_MS = 1000;

/** Loads the build that `<buildsDir>/current` names, and switches when it names another. @throws in words when there is none. */
export async function openBuilds(buildsDir: string, log: Log): Promise<Builds> {
  if (!existsSync(path.join(buildsDir, "current")))
    throw new Error(`There is no built hub in ${buildsDir} (BUILDS_DIR). npm start builds one.`);
  let current = await loadBuild(buildsDir, await readPointer(buildsDir));
  let earlier = await loadEarlier(buildsDir, current.id);
  const listeners: ((build: Build) => void)[] = [];

  async function switchBuild(): Promise<void> {
    const id = await readPointer(buildsDir);
    if (id === current.id) return;
    const next = await loadBuild(buildsDir, id);
    const left: EarlierBuild = { assets: immutableFiles(current.files), until: Date.now() + KEEP_EARLIER_MS };
    earlier = [left, ...earlier.filter(({ until }) => until > Date.now())];
    current = next;
    log.info({ build: id }, "serving a new build");
    for (const listener of listeners) listener(next);
  }

  const stopLooking = lookOut(buildsDir, switchBuild, log);
  return {
    current: () => current,
    earlierAsset: (name) => earlier.find(({ assets }) => assets.has(name))?.assets.get(name),
    onBuild: (listener) => void listeners.push(listener),
    close: stopLooking,
  };
}

/** Calls `look` when the folder changes and once a second, never twice at a time; says each trouble once. */
function lookOut(buildsDir: string, look: () => Promise<void>, log: Log): () => void {
  let looking = false;
  let again = false;
  let trouble = "";
  const lookOnce = async (): Promise<void> => {
    again = looking;
    if (looking) return;
    looking = true;
    try {
      await look();
      trouble = "";
    } catch (error) {
      if (String(error) !== trouble)
        log.error({ err: error }, "the new build cannot be served; the one before it stays");
      trouble = String(error);
    }
    looking = false;
    if (again) await lookOnce();
  };
  const timer = setInterval(() => void lookOnce(), LOOK_EVERY_MS).unref();
  // quicker than the timer where the file system tells; some tell nothing
  const watcher = watch(buildsDir, { persistent: false }, () => void lookOnce());
  watcher.on("error", () => watcher.close());
  return () => {
    clearInterval(timer);
    watcher.close();
  };
}

async function readPointer(buildsDir: string): Promise<string> {
  const id = (await readFile(path.join(buildsDir, "current"), "utf8")).trim();
  if (!/^[\w-]+$/.test(id)) throw new Error(`${buildsDir}/current must name a build`);
  return id;
}

/** Builds that are still in the folder when the server starts: a restart is no reason to break open pages. */
async function loadEarlier(buildsDir: string, currentId: string): Promise<EarlierBuild[]> {
  const folders = (await readdir(buildsDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const ids = folders.map((folder) => folder.name).filter((name) => !name.startsWith("next-") && name !== currentId);
  const until = Date.now() + KEEP_EARLIER_MS;
  const loaded = ids.map(async (id) => {
    const files = await readFiles(path.join(buildsDir, id, "public"), isImmutable).catch(() => new Map());
    return { assets: files, until };
  });
  return Promise.all(loaded);
}

const immutableFiles = (files: ReadonlyMap<string, BuiltFile>): Map<string, BuiltFile> =>
  new Map([...files].filter(([name]) => isImmutable(name)));
