// npm run content:words -- <language>: writes the texts of the interface that a language has not into i18n/<language>.yaml.
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { loadHub } from "#content/hub.ts";
import { readSettings } from "#server/core/config.ts";
import { importWords } from "#site/knowledge/import-words.ts";
import { tellWords, writeWords } from "./writing/write-words.ts";
import { fail } from "./fail.ts";

const USE = "npm run content:words -- <language>, such as fr";

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [language = "", ...more] = positionals;
  if (!language || more.length > 0) throw new Error(`Name one language: ${USE}`);
  const { contentDir } = readSettings();
  const { languages } = loadHub(contentDir);
  await importWords();
  const written = writeWords({ own: contentDir, shipped: path.resolve("content") }, language);
  process.stdout.write(tellWords(written, language, languages.includes(language)));
  process.exitCode = written.mistakes.length > 0 ? 1 : 0;
} catch (error) {
  fail(error);
}
