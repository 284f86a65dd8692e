import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** English is known once it has been imported. */
export async function importWords(): Promise<void> {
  for (const file of globSync(["{content,server,site}/**/*.words.ts", "site/strings.ts"]))
    await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
}
