import type { Passage } from "#server/knowledge/split-passages.ts";
import type { Source } from "./ask.schema.ts";
import { isOwnCheck } from "./own-check.ts";
import { isVendorStatus } from "./vendor-status.ts";

/** What an answer cites by one number: the passages that one link opens. */
export type NumberedSource = { source: Source; passages: Passage[] };

/** Numbers from `first`, best first. */
export function numberSources(ranked: { passage: Passage }[], first = 1): NumberedSource[] {
  const byUrl = new Map<string, NumberedSource>();
  for (const { passage } of ranked) {
    const source = sourceOf(passage, byUrl.size + first);
    const known = byUrl.get(source.url);
    if (known) known.passages.push(passage);
    else byUrl.set(source.url, { source, passages: [passage] });
  }
  return [...byUrl.values()];
}

/** A passage under its number. The server makes every link: no reader is sent where a model says. */
export function sourceOf({ article, anchor, heading }: Passage, n: number): Source {
  return {
    n,
    articleId: article.id,
    section: anchor,
    title: anchor ? `${article.title} › ${heading}` : article.title,
    url: anchor ? `${article.url}#${encodeURIComponent(anchor)}` : article.url,
    language: article.language,
  };
}

/** True of a source that says how something is now, or how it is with one reader: an answer from it is nobody else's. */
export const isOfNow = ({ passages }: NumberedSource): boolean =>
  passages.some((passage) => isVendorStatus(passage) || isOwnCheck(passage));

/** The number that a passage is cited by. */
export const citationOf = (passage: Passage, sources: NumberedSource[]): number[] =>
  sources.filter(({ passages }) => passages.includes(passage)).map(({ source }) => source.n);
