import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { nearest } from "#content/nearest.ts";
import { ROOT, SETTINGS } from "./settings.ts";

/** Names in `.env` that are nearly a setting's: what is written there counts for nothing. `root` has the file. */
export function findMistypedSettings(root = ROOT): string[] {
  const file = path.join(root, ".env");
  const names = existsSync(file) ? Object.keys(parseEnv(readFileSync(file, "utf8"))) : [];
  return names.flatMap((name) => {
    // others than nearly one are not the hub's: compose reads the same file
    const meant = name in SETTINGS ? undefined : nearest(name.toUpperCase(), Object.keys(SETTINGS));
    return meant ? [`${name} in .env is no setting. Did you mean ${meant}?`] : [];
  });
}
