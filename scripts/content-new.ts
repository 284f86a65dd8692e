// npm run content:new -- <topic>/<slug> [--title "…"]: a draft with the parts that an article has.
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { readSettings } from "#server/core/config.ts";
import { newArticle } from "./writing/new-article.ts";
import { fail } from "./fail.ts";

const USE = 'npm run content:new -- <topic>/<slug> [--title "…"]';

try {
  const { values, positionals } = parseArgs({ options: { title: { type: "string" } }, allowPositionals: true });
  const [id = "", ...more] = positionals;
  if (!id || more.length > 0) throw new Error(`Name one article: ${USE}`);
  const file = newArticle({ contentDir: readSettings().contentDir, id, title: values.title, now: new Date() });
  process.stdout.write(
    `${path.relative(process.cwd(), file)} is there, as a draft. npm run content:preview shows it.\n`,
  );
} catch (error) {
  fail(error);
}
