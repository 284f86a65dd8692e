import path from "node:path";
import { urlOf } from "#content/article-path.ts";
import type { Mistake } from "#content/mistakes.ts";
import type { Finding } from "./check-links.ts";
import { atPlaces } from "./parts/places.ts";
import { findArticle, isSourceOf } from "./read-article.ts";
import type { WrittenArticle } from "./read-sources.ts";

/**
 * Where the writer finds it: the lines of the article's MDX that hold it. What stands in no MDX is the site's own
 * doing; then the built page and its line are named.
 */
export function locateFinding(finding: Finding, sources: WrittenArticle[], publicDir: string): Mistake[] {
  const { page, at } = finding;
  const article = findArticle(page.page);
  const source = article && sources.find((each) => isSourceOf(each, article));
  const { needle, message } = source ? asWritten(finding, source) : finding;
  const lines = (source?.text.split("\n") ?? []).flatMap((line, index) => (holds(line, needle) ? [index + 1] : []));
  if (source && lines.length > 0)
    return atPlaces(
      [source],
      lines.map((line) => ({ file: source.file, line, message })),
    );
  const file = path.relative(process.cwd(), path.join(publicDir, page.file));
  return [{ file, line: page.html.slice(0, at).split("\n").length, message }];
}

/** A page of another language than the hub's first leads within that: its writer, or that of the text which stands in, wrote no such address. */
function asWritten({ page, needle, message }: Finding, { id }: WrittenArticle) {
  const base = page.path.slice(0, -urlOf(id).length);
  if (base === "" || !needle.startsWith(`${base}/`)) return { needle, message };
  const written = needle.slice(base.length);
  return { needle: written, message: message.replace(needle, written) };
}

/** Whole link targets only: "#save" does not stand in "(#save-it)". */
function holds(line: string, needle: string): boolean {
  const at = line.indexOf(needle);
  return at >= 0 && !/[\w/-]/.test(line[at + needle.length] ?? "");
}
