// npm run content:new-hub: puts an empty hub in the place of the content, which is moved aside. Runs on any Node ≥ 18.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./run.mjs";

const TODAY = new Date().toISOString().slice(0, 10);
const PARTS = [
  "hub.yaml",
  "glossary.yaml",
  "questions.yaml",
  "redirects.yaml",
  ".imported.json",
  "articles",
  "learn",
  "parts",
  "figures",
  "videos",
  "LICENSE",
];

/** CONTENT_DIR as the server reads it: the environment, then .env, then ./content. */
function findContentDir() {
  const envFile = path.join(ROOT, ".env");
  const lines = existsSync(envFile) ? readFileSync(envFile, "utf8") : "";
  const inFile = /^\s*CONTENT_DIR\s*=\s*["']?(.*?)["']?\s*$/m.exec(lines)?.[1];
  return path.resolve(ROOT, process.env.CONTENT_DIR || inFile || "content");
}

/** True when something was there, which is in `backup` now. */
function moveAside(contentDir, backup) {
  const there = PARTS.filter((part) => existsSync(path.join(contentDir, part)));
  if (there.length > 0) mkdirSync(backup, { recursive: true });
  for (const part of there) renameSync(path.join(contentDir, part), path.join(backup, part));
  return there.length > 0;
}

function writeHub(contentDir, backup) {
  cpSync(path.join(ROOT, "scripts", "new-hub"), contentDir, { recursive: true });
  mkdirSync(path.join(contentDir, "learn"), { recursive: true });
  mkdirSync(path.join(contentDir, "figures"), { recursive: true });
  // How figures are drawn holds for every hub.
  const guide = path.join("figures", "README.md");
  const from = [path.join(ROOT, "content", guide), path.join(backup, guide)].find((file) => existsSync(file));
  if (from) cpSync(from, path.join(contentDir, guide));
}

/** Its one article is of today: else the linter would call it stale, half a year after it was made. */
function dateArticle(contentDir) {
  const file = path.join(contentDir, "articles", "start", "write-an-article.mdx");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^updated: .*$/m, `updated: ${TODAY}`));
}

// a folder behind the command would be taken for the place, and ./content moved aside instead
if (process.argv.length > 2) {
  console.error("The folder is the one that CONTENT_DIR names: set it, and leave away what stands behind the command.");
  process.exit(1);
}
const contentDir = findContentDir();
const backup = `${contentDir}.bak-${TODAY}`;
if (existsSync(backup)) {
  console.error(`${backup} is there already: move it away first, so that nothing is lost.`);
  process.exit(1);
}
const moved = moveAside(contentDir, backup);
writeHub(contentDir, backup);
dateArticle(contentDir);
console.log(`An empty hub is in ${contentDir}.${moved ? ` What was there is in ${backup}.` : ""}

Next:
  1. hub.yaml: your product's name, colour, topics and support hours.
  2. npm run content:new -- start/your-first begins an article; start/write-an-article.mdx shows what one is made of.
  3. npm start builds and serves it. npm run dev shows every change at once.`);
