import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentDir } from "#site/settings.ts";

/**
 * A drawing from content/figures, to be put into the page, where style sheets colour it.
 * @throws Error when it is missing, has no words for those who do not see it, or would break the content security policy.
 */
export function readFigure(name: string, alt: string): string {
  const file = path.join(contentDir, "figures", `${name}.svg`);
  if (!existsSync(file)) throw new Error(`<Figure name="${name}">: there is no ${file}`);
  if (!alt?.trim()) throw new Error(`<Figure name="${name}"> needs alt="…": what the drawing shows, in words`);
  const svg = readFileSync(file, "utf8").replace(/^[\s\S]*?(?=<svg)/, "");
  const forbidden = /<style|<script|\sstyle=|\son\w+=/.exec(svg)?.[0];
  if (forbidden) throw new Error(`${file}: "${forbidden.trim()}" is not allowed, use the classes of content/figures/README.md`);
  return svg.replace("<svg", `<svg role="img" aria-label="${alt.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`).trim();
}
