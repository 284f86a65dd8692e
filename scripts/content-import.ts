// npm run content:import -- SOURCE: brings the pages of another help centre into the hub, and says what it could not.
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { existsSync } from "node:fs";
import { runImport } from "./import/run-import.ts";

const USAGE = `npm run content:import -- SOURCE [--topic ID] [--into DIR] [--flavour NAME] [--site URL] [--report FILE] [--dry-run] [--force]

SOURCE     a folder of Markdown or MDX, of saved HTML pages, or of Zendesk's JSON
--topic    puts everything into one topic; without it topics are those of the navigation, or folders
--into     the hub's content; without it CONTENT_DIR, or ./content
--flavour  starlight, docusaurus, mintlify, markdown, html or zendesk; without it the folder says
--site     where the pages are read today, for redirects: https://docs.example.com/guides/
--report   where the report goes; without it import-report.md beside the articles
--dry-run  writes nothing but a report that --report names
--force    overwrites articles of the same name`;

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      topic: { type: "string" },
      into: { type: "string" },
      flavour: { type: "string" },
      site: { type: "string" },
      report: { type: "string" },
      "dry-run": { type: "boolean" },
      force: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const [source, ...more] = positionals;
  if (values.help || !source || more.length > 0) return USAGE;
  if (existsSync(".env")) process.loadEnvFile(".env");
  const into = path.resolve(values.into ?? process.env["CONTENT_DIR"] ?? "content");
  const { topic, flavour, site, force, "dry-run": dryRun } = values;
  const { summary, report } = await runImport({ source, into, topic, flavour, site, force, dryRun });
  const file = values.report ?? (dryRun ? null : path.join(into, "import-report.md"));
  if (file) writeFileSync(file, report);
  const next = dryRun ? "Nothing was written." : "npm start builds the hub and says what else is to be mended.";
  return [...summary, file ? `What is to be done, place by place: ${file}` : "", next].filter(Boolean).join("\n");
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
