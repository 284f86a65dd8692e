import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach } from "vitest";
import { splitArticle } from "#content/split-article.ts";
import { runImport, type ImportOptions, type Imported } from "../../scripts/import/run-import.ts";
import { lint } from "../../scripts/lint/lint.ts";
import { freshFolder } from "./fresh-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** One pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A source of its own for each test, and an empty hub that it is imported into. */
export function openImport() {
  const folder = { dir: "" };
  beforeEach(() => {
    folder.dir = freshFolder("import");
    cpSync(path.join(ROOT, "scripts", "new-hub"), path.join(folder.dir, "hub"), { recursive: true });
  });
  const hubDir = () => path.join(folder.dir, "hub");
  const sourceDir = () => path.join(folder.dir, "source");

  function write(name: string, content: string | Uint8Array): void {
    const file = path.join(folder.dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  /** Files of the source by name. */
  function source(files: Record<string, string | Uint8Array>): void {
    for (const [name, content] of Object.entries(files)) write(`source/${name}`, content);
  }
  const read = (name: string) => readFileSync(path.join(hubDir(), name), "utf8");
  const has = (name: string) => existsSync(path.join(hubDir(), name));
  const run = async (options: Partial<ImportOptions> = {}): Promise<Imported & { told: string[] }> => {
    const imported = await runImport({ source: sourceDir(), into: hubDir(), quiet: true, ...options });
    return {
      ...imported,
      told: imported.notes.map((note) => `${note.file}:${note.line} ${note.construct} ${note.todo}`),
    };
  };
  /** What the linter calls an error in what was imported. */
  async function errors(): Promise<string[]> {
    const { findings } = await lint({
      contentDir: hubDir(),
      buildsDir: path.join(folder.dir, "builds"),
      now: new Date(),
    });
    return findings
      .filter(({ level }) => level === "error")
      .map(({ file, line, message }) => `${path.relative(hubDir(), file)}:${line} ${message}`);
  }
  return { folder, hubDir, sourceDir, write, source, read, has, run, errors };
}

/** A page of the source, as most documentation has it. */
export const page = (title: string, body: string): string =>
  `---\ntitle: "${title}"\ndescription: "What it is good for, in one sentence."\n---\n\n${body}\n`;

/** An article's text below its first lines. */
export const bodyOf = (mdx: string): string => splitArticle(mdx).body.replace(/^\n\n/, "");
