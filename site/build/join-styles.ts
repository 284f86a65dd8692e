/** After the build: a page loads one style sheet, in place of one that all pages share and one of its own kind. */
import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SCRIPTS } from "./translate-scripts.ts";

const LINK = /<link rel="stylesheet" href="(\/_astro\/[\w.-]+\.css)">/g;

export function joinStyles(publicDir: string) {
  const made = new Map<string, string>();
  const [parts, alone] = [new Set<string>(), new Set<string>()];
  return {
    /** Puts the joined sheet into a page, in place of its first. */
    join(html: string): string {
      const names = [...html.matchAll(LINK)].map(([, name = ""]) => name);
      if (names.length < 2) {
        names.forEach((name) => alone.add(name));
        return html;
      }
      names.forEach((name) => parts.add(name));
      const joined = made.get(names.join()) ?? writeJoined(publicDir, names);
      made.set(names.join(), joined);
      let isFirst = true;
      return html.replace(LINK, (link, name: string) => {
        const kept = isFirst ? link.replace(name, joined) : "";
        isFirst = false;
        return kept;
      });
    },
    /** After the last page: removes what has become a part of others, and which neither a page nor a script loads by itself. */
    dropJoined(): void {
      const scripts = globSync(`${SCRIPTS}/**/*.js`, { cwd: publicDir }).map((name) =>
        readFileSync(path.join(publicDir, name), "utf8"),
      );
      const isLoaded = (sheet: string) => alone.has(sheet) || scripts.some((text) => text.includes(sheet.slice(1)));
      for (const sheet of parts) if (!isLoaded(sheet)) rmSync(path.join(publicDir, sheet));
    },
  };
}

function writeJoined(publicDir: string, names: string[]): string {
  const css = names.map((name) => readFileSync(path.join(publicDir, name), "utf8").trim()).join("\n");
  const hash = createHash("sha256").update(css).digest("base64url").slice(0, 8);
  const name = path.posix.basename(names[0] ?? "").replace(/\..*/, "");
  const joined = `/_astro/${name}.${hash}.css`;
  writeFileSync(path.join(publicDir, joined), css);
  return joined;
}
