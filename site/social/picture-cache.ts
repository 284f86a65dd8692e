/** Pictures of earlier builds, each named by all that went into it. */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { copyFile, constants, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { DAY_MS } from "#server/core/durations.values.ts";

/** Several hubs may be built in turn from one copy of the project: what one does not use, another may. */
const KEPT_MS = 30 * DAY_MS;

export function openCache(dir: string, now: number) {
  mkdirSync(dir, { recursive: true });
  const fileOf = (key: string) => path.join(dir, `${key}.png`);
  const ages = new Map(readdirSync(dir).map((name) => [name, now - statSync(path.join(dir, name)).mtimeMs]));
  return {
    has: (key: string): boolean => ages.has(`${key}.png`),
    /** By rename: a build that is killed leaves no half picture under its name. */
    async keep(key: string, png: Uint8Array): Promise<void> {
      await writeFile(`${fileOf(key)}.next`, png);
      await rename(`${fileOf(key)}.next`, fileOf(key));
    },
    async copy(key: string, to: string): Promise<void> {
      const age = ages.get(`${key}.png`) ?? 0;
      if (age > DAY_MS) utimesSync(fileOf(key), now / 1000, now / 1000);
      ages.delete(`${key}.png`);
      await copyFile(fileOf(key), to, constants.COPYFILE_FICLONE);
    },
    /** Removes what no build has used for a month. Call it last: what has been copied stays. */
    sweep(): void {
      for (const [name, age] of ages) if (age > KEPT_MS) rmSync(path.join(dir, name), { force: true });
    },
  };
}

const FOLDERS = [import.meta.dirname, path.resolve(import.meta.dirname, "../typeface")];

/** Names a picture by what is in it and by what draws it: this folder, and that of the typeface. */
export function createNaming(): (inputs: unknown) => string {
  const drawing = createHash("sha256");
  for (const cwd of FOLDERS)
    for (const name of globSync("*", { cwd }).toSorted())
      drawing.update(`${name}\0`).update(readFileSync(path.join(cwd, name)));
  const folder = drawing.digest("hex");
  return (inputs) => createHash("sha256").update(folder).update(JSON.stringify(inputs)).digest("hex").slice(0, 20);
}
