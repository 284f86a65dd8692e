// What a build is made of, as one hash: the same inputs make the same hub, so the hash names the build.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./run.mjs";

const FILES = [
  "astro.config.mjs",
  "package-lock.json",
  "tsconfig.json",
  "scripts/build.mjs",
  "scripts/build-inputs.mjs",
  "scripts/build-pages.mjs",
];
const FOLDERS = ["site", "content"];
/** Settings that change what is built. */
const SETTINGS = ["PUBLIC_URL"];

/** 16 hex digits of everything that pages are made of: code, content (`contentDir` in place of ./content), settings. */
export function hashInputs(contentDir, env) {
  const hash = createHash("sha256");
  const add = (label, value) => hash.update(`${label}\0${value.length}\0`).update(value);
  for (const name of SETTINGS) add(name, env[name] ?? "");
  for (const file of listInputs(contentDir)) {
    const label = path.relative(file.startsWith(ROOT) ? ROOT : contentDir, file);
    add(label, readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/** The files among them. Of the server those that pages and their scripts take: lists, shapes and words. */
export function listInputs(contentDir) {
  const sharedByServer = listFiles(path.join(ROOT, "server")).filter((file) =>
    /\.(values|schema|words)\.ts$/.test(file),
  );
  const folders = new Set([...FOLDERS.map((name) => path.join(ROOT, name)), contentDir]);
  return [...FILES.map((name) => path.join(ROOT, name)), ...sharedByServer, ...[...folders].flatMap(listFiles)];
}

/** Every file below a folder, sorted; without what editors leave behind, and what git keeps in a repository of its own. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith("~"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/(?:^|[\\/])\./.test(path.relative(folder, file)))
    .sort();
}
