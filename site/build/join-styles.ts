/** After the build: one style sheet a kind of page, in place of one that all share and one of its own. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const LINK = /<link rel="stylesheet" href="(\/_astro\/[\w.-]+\.css)">/g;

/** Gives what puts the joined sheet into a page, in place of its first. */
export function joinStyles(publicDir: string): (html: string) => string {
  const made = new Map<string, string>();
  return (html) => {
    const names = [...html.matchAll(LINK)].map(([, name = ""]) => name);
    if (names.length < 2) return html;
    const joined = made.get(names.join()) ?? writeJoined(publicDir, names);
    made.set(names.join(), joined);
    let isFirst = true;
    return html.replace(LINK, (link, name: string) => {
      const kept = isFirst ? link.replace(name, joined) : "";
      isFirst = false;
      return kept;
    });
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
