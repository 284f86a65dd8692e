import { readFileSync } from "node:fs";
import path from "node:path";
import { escapeXml } from "#site/articles/escape-xml.ts";
import { contentDir } from "#site/content-dir.ts";

/**
 * A drawing from content/figures with its words for those who do not see it, to be put into the page, where style
 * sheets colour it.
 * @throws Error when the drawing brings styles or scripts of its own: the content security policy would stop them.
 */
export function readFigure(name: string, alt: string): string {
  const file = path.join(contentDir, "figures", `${name}.svg`);
  const svg = readFileSync(file, "utf8").replace(/^[\s\S]*?(?=<svg)/, "");
  const forbidden = /<style|<script|\sstyle=|\son\w+=/.exec(svg)?.[0];
  if (forbidden)
    throw new Error(`${file}: "${forbidden.trim()}" is not allowed; content/figures/README.md says what is`);
  return svg
    .replace("<svg", `<svg role="img" aria-label="${escapeXml(alt)}"`)
    .replace(/>\s+</g, "><")
    .trim();
}
