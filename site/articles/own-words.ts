import { ownWithin } from "#site/languages.ts";

/** Notes that become the reader's own, and what search does not read, are no text of the writer's; captions are. */
const OWN = /<(?!figcaption)[a-z]\w*(?=\s)(?![^>]*\slang=)[^>]*\sdata-(?:pagefind-ignore|live="\w*")(?=[\s>])/g;

/** In an article that stands in for its translation, what the interface says is marked as the page's language again. */
export function markOwnWords(html: string, language: string): string {
  const { lang } = ownWithin(language);
  return lang ? html.replace(OWN, (tag) => `${tag} lang="${lang}"`) : html;
}
