// Run by build.mjs: Astro's build into BUILD_OUT, which says nothing when it goes well, and what to mend when it does not.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "astro";
import Database from "better-sqlite3";
import { ROOT } from "./run.mjs";

const PATIENCE_MS = 10 * 60 * 1000;

/** Astro keeps notes of the content in one folder: two builds at once would mix. The lock ends with the process. */
function waitForOthers() {
  const folder = path.join(ROOT, ".cache");
  mkdirSync(folder, { recursive: true });
  const lock = new Database(path.join(folder, "build.lock"), { timeout: PATIENCE_MS });
  lock.exec("BEGIN EXCLUSIVE");
  return lock;
}

/** Astro's notes name files of the folder that was built: those of another folder, which may be gone, are of no use. */
function isOtherContent() {
  const note = path.join(ROOT, ".cache", "content-dir");
  const contentDir = path.resolve(process.env.CONTENT_DIR ?? "content");
  const before = existsSync(note) ? readFileSync(note, "utf8") : null;
  writeFileSync(note, contentDir);
  return before !== contentDir;
}

const lock = waitForOthers();
try {
  await build({ root: ROOT, logLevel: "error", force: isOtherContent() });
} catch (error) {
  const { file, line, column } = error.loc ?? {};
  const place = file && `${file}${line ? `:${line}${column ? `:${column}` : ""}` : ""}`;
  // what a plugin or Astro refuses says itself what is wrong; anything else is a fault of the program
  const isRefusal = error.plugin !== undefined || /^(?:Astro|MDX|Markdown|CSS)\w*Error$/.test(error.name);
  console.error([isRefusal ? error.message : error.stack, place, error.hint, error.frame].filter(Boolean).join("\n"));
  process.exitCode = 1;
} finally {
  lock.close();
}
