import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach } from "vitest";
import { lint } from "../../scripts/lint/lint.ts";
import { freshFolder } from "./fresh-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const NOW = new Date("2026-03-01T12:00:00Z");

export const head = [
  "title: Connect your CRM",
  "summary: How a CRM is connected, in five steps.",
  "kind: guide",
  "updated: 2026-02-01",
  "sources: [somewhere]",
];
/** An article whose body begins at line 9. */
export const article = (body = "Text.", lines: string[] = head) => ["---", ...lines, "---", "", body].join("\n");
export const titled = (title: string, body?: string) => article(body, [`title: ${title}`, ...head.slice(1)]);

/** A content of its own for each test: that of an empty hub, whose one topic is `start`. */
export function openContent() {
  const folder = { dir: "", builds: "" };
  beforeEach(() => {
    folder.dir = freshFolder("lint");
    folder.builds = path.join(folder.dir, "builds");
    cpSync(path.join(ROOT, "scripts", "new-hub"), path.join(folder.dir, "content"), { recursive: true });
  });
  const contentDir = () => path.join(folder.dir, "content");

  function write(name: string, text: string | Uint8Array): void {
    const file = path.join(contentDir(), name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const run = async (options: Parameters<typeof lint>[1] & { since?: string; now?: Date } = {}) => {
    const { since, now = NOW, ...flags } = options;
    return lint({ contentDir: contentDir(), buildsDir: folder.builds, now, since }, flags);
  };
  const short = (file: string) => file.replace(`${path.relative(process.cwd(), contentDir())}/`, "");
  /** `file:line message` of what a rule finds; of all rules without one. */
  async function find(rule?: string, options: Parameters<typeof run>[0] = {}): Promise<string[]> {
    const { findings } = await run(options);
    const own = findings.filter((finding) => !rule || finding.rule === rule);
    return own.map(({ file, line, message }) => `${short(file)}:${line} ${message}`);
  }
  return { folder, contentDir, write, run, find };
}
