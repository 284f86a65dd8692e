// npm run content:import -- SOURCE: brings the pages of another help centre into the hub, and says what it could not.
import "./closed-pipe.ts";
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { readSettings } from "#server/core/config.ts";
import { runImport } from "./import/run-import.ts";
import { lint } from "./lint/lint.ts";
import { sayCount } from "./say-count.ts";
import { fail } from "./fail.ts";

const USAGE = `npm run content:import -- SOURCE [--topic ID] [--into DIR] [--flavour NAME] [--site URL] [--report FILE] [--dry-run] [--force]

SOURCE     a folder of Markdown or MDX, of saved HTML pages, or of Zendesk's JSON
--topic    puts everything into one topic; without it topics and groups are those of the navigation, or folders
--into     the hub's content; without it CONTENT_DIR, or ./content
--flavour  starlight, docusaurus, mintlify, gitbook, mkdocs, markdown, html or zendesk; without it the folder says
--site     where the pages are read today, for redirects: https://docs.example.com/guides/
--report   where the report goes; without it import-report.md beside the articles
--dry-run  writes nothing but a report that --report names
--force    overwrites articles that no import wrote, and those that were changed since

docs/import.md says what becomes of what.`;

const flag = { type: "boolean", default: false } as const;
const text = { type: "string" } as const;

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      topic: text,
      into: text,
      flavour: text,
      site: text,
      report: text,
      "dry-run": flag,
      force: flag,
      help: flag,
    },
  });
  const [source, ...more] = positionals;
  if (values.help || !source || more.length > 0) return USAGE;
  const { contentDir, buildsDir } = readSettings();
  const into = path.resolve(values.into ?? contentDir);
  const { topic, flavour, site, force, "dry-run": dryRun } = values;
  const { summary, report, files } = await runImport({ source, into, topic, flavour, site, force, dryRun });
  const file = values.report ?? (dryRun ? null : path.join(into, "import-report.md"));
  if (file) writeFileSync(file, report);
  return [
    ...summary,
    ...(file ? [`What was not kept, place by place, and what to do: ${path.relative(process.cwd(), file)}`] : []),
    dryRun ? "Nothing else was written." : await judge(into, buildsDir, files),
  ].join("\n");
}

/** What stands between the articles and a build is known before somebody starts one. */
async function judge(contentDir: string, buildsDir: string, files: string[]): Promise<string> {
  const { findings } = await lint({ contentDir, buildsDir, now: new Date() });
  const own = new Set(files.map((name) => path.relative(process.cwd(), path.join(contentDir, name))));
  const wrong = findings.filter(({ level, file }) => level === "error" && own.has(file));
  return wrong.length === 0
    ? "The linter finds no error in what was imported: npm start builds it."
    : `${sayCount(wrong.length, "error is", "errors are")} to be mended before it builds: npm run content:lint names them.`;
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  fail(error);
}
