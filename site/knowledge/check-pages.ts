import type { Mistake } from "#content/mistakes.ts";
import type { Built } from "./built-pages.ts";
import { checkLinks } from "./check-links.ts";
import { checkOutline } from "./check-outline.ts";
import { locateFinding } from "./locate-finding.ts";
import type { ArticleSource } from "./read-sources.ts";

type Build = { publicDir: string; pages: Built[]; files: Set<string>; sources: ArticleSource[] };

/** What is wrong with the built pages, each mistake once, at the place to mend it. */
export function checkPages({ publicDir, pages, files, sources }: Build): Mistake[] {
  const findings = [...checkLinks(pages, files), ...checkOutline(pages)];
  const mistakes = findings.flatMap((finding) => locateFinding(finding, sources, publicDir));
  return [
    ...new Map(mistakes.map((mistake) => [`${mistake.file}:${mistake.line} ${mistake.message}`, mistake])).values(),
  ];
}
