import { directionOf } from "#content/direction.ts";
import { speech } from "#content/words.ts";

/** Notes that become the reader's own, and what search does not read, are no text of the writer's; captions are. */
const OWN = /<(?!figcaption)[a-z]\w*(?=\s)(?![^>]*\slang=)[^>]*\sdata-(?:pagefind-ignore|live="\w*")(?=[\s>])/g;
/** What hangs on the rail stays where the rail is, which is the article's side. */
const ON_RAIL = /^<(?:span|fieldset)\b/;
/** A part that nobody has translated: knowledge/parts/put-parts.ts marks it. */
const PART = /<div class="flow" lang="([\w-]+)"/g;

/** Where an article, or a part of it, stands in for its translation, what the interface says is marked as the page's language again. */
export function markOwnWords(html: string, language: string): string {
  const page = speech().language;
  const others = [language, ...[...html.matchAll(PART)].map(([, of = page]) => of)].filter((each) => each !== page);
  if (others.length === 0) return html;
  const dir = directionOf(page);
  const turns = others.some((each) => directionOf(each) !== dir);
  const marksOf = (tag: string) => ` lang="${page}"${turns && !ON_RAIL.test(tag) ? ` dir="${dir}"` : ""}`;
  return html.replace(OWN, (tag) => tag + marksOf(tag));
}
