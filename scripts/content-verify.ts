// npm run content:verify -- <slug> [--against "…"]: notes that an article's steps were tried today, and on what.
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { readSettings } from "#server/core/config.ts";
import { verifyArticle } from "./writing/verify-article.ts";
import { fail } from "./fail.ts";

const USE = 'npm run content:verify -- <slug> [--against "what it was tried on"]';

try {
  const { values, positionals } = parseArgs({ options: { against: { type: "string" } }, allowPositionals: true });
  const [name = "", ...more] = positionals;
  if (!name || more.length > 0) throw new Error(`Name one article: ${USE}`);
  const { contentDir } = readSettings();
  const { file, line } = verifyArticle({ contentDir, name, against: values.against, now: new Date() });
  process.stdout.write(`${path.relative(process.cwd(), file)}  ${line}\n`);
} catch (error) {
  fail(error);
}
