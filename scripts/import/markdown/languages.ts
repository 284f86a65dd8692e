import { languageOf, type SourcePage } from "../source.ts";

/** A page's name without its language, and the language: none for the default one. `missing`: the hub has no such. */
export type Spoken = { name: string; locale?: string; language?: string; missing?: true };

const DOCUSAURUS = /^i18n\/([^/]+)\/docusaurus-plugin-content-docs\/current\/(.+)$/;

export const isTranslated = (file: string): boolean => DOCUSAURUS.test(file);

/** `de/guides/start` (Starlight, Mintlify) or `i18n/de/…/guides/start` (Docusaurus) → `guides/start`. */
export function readLanguage(file: string, pagesIn: string, languages: string[], locales: Set<string>): Spoken {
  const [, given, rest] = DOCUSAURUS.exec(file) ?? [];
  if (given && rest) return speak(rest, given, languages);
  const name = file.slice(pagesIn.length);
  const [, folder = "", below = ""] = /^([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\/(.+)$/.exec(name) ?? [];
  const isLocale = locales.has(folder) || (languages.length > 1 && languages.includes(folder));
  return isLocale ? speak(below, folder, languages) : { name };
}

function speak(name: string, locale: string, languages: string[]): Spoken {
  const language = languageOf(locale, languages);
  if (language === undefined) return { name, locale, missing: true };
  return language === languages[0] ? { name, locale } : { name, locale, language };
}

/** Says of each translation which page it is one of. */
export function pairTranslations(pages: SourcePage[]): void {
  const byPath = new Map(pages.filter(({ language }) => !language).map((page) => [page.path, page.file]));
  for (const page of pages) if (page.language) page.original = byPath.get(page.path);
}
