import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Knowledge } from "#content/knowledge.ts";

const SHELL = `<!doctype html><html lang="en"><head><title><!--slot:title--></title><!--slot:head--><script>document.title;</script></head>
<body data-page="<!--slot:page-->"><main><!--slot:main--></main><!--slot:beside--></body></html>`;

export const NO_KNOWLEDGE: Knowledge = { version: 1, glossary: [], articles: [] };

/** Writes a build as scripts/build.mjs does, and points `current` at it. `files` are paths below `public`. */
export async function writeBuild(
  buildsDir: string,
  id: string,
  files: Record<string, string | Uint8Array>,
  {
    knowledge = NO_KNOWLEDGE,
    shell = SHELL,
    redirects = {},
  }: { knowledge?: Knowledge; shell?: string; redirects?: Record<string, string> } = {},
): Promise<void> {
  const dir = path.join(buildsDir, id);
  await mkdir(path.join(dir, "public"), { recursive: true });
  for (const [name, body] of Object.entries(files)) {
    const file = path.join(dir, "public", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, body);
  }
  await writeFile(path.join(dir, "knowledge.json"), JSON.stringify(knowledge));
  await writeFile(path.join(dir, "shell.html"), shell);
  await writeFile(path.join(dir, "redirects.json"), JSON.stringify(redirects));
  await writeFile(path.join(buildsDir, "current.next"), `${id}\n`);
  await rename(path.join(buildsDir, "current.next"), path.join(buildsDir, "current"));
}
