import type { Mistake } from "#content/mistakes.ts";
import type { Built } from "./built-pages.ts";
import { checkLinks, createLinkBook, type Judge } from "./check-links.ts";
import { checkOutline } from "./check-outline.ts";
import { locateFinding } from "./locate-finding.ts";
import type { WrittenArticle } from "./read-sources.ts";

/** Finds what is wrong with built pages: each is read once, and again only where links lead nowhere. */
export function createPageCheck({ publicDir, sources }: { publicDir: string; sources: WrittenArticle[] }) {
  const links = createLinkBook();
  const mistakes: Mistake[] = [];
  return {
    read: (page: Built): void => {
      links.read(page);
      for (const finding of checkOutline(page)) mistakes.push(...locateFinding(finding, sources, publicDir));
    },
    judgeBy: (files: Set<string>): Judge => links.judgeBy(files),
    /** Each mistake once, at the place to mend it. `reopen` gives the pages again. */
    finish: (judge: Judge, reopen: () => Iterable<Built>): Mistake[] => {
      if (!links.areSound(judge))
        for (const page of reopen())
          for (const finding of checkLinks(page, judge)) mistakes.push(...locateFinding(finding, sources, publicDir));
      return [...new Map(mistakes.map((each) => [`${each.file}:${each.line} ${each.message}`, each])).values()];
    },
  };
}
