/** The addresses of a page in each language of the hub. */
import { baseOf, directionOf, languageOfPath, nameOf, pathWithout } from "#content/languages.ts";
import { hub } from "./settings.ts";

/** For `getStaticPaths` of what stands under pages/[...lang]: a page for each language. */
export const languageParams = (): { params: { lang: string | undefined } }[] =>
  hub.languages.map((language) => ({ params: { lang: baseOf(hub, language).slice(1) || undefined } }));

/** The same for pages of which there are many. */
export const inEachLanguage = <Page extends { params: Record<string, string | undefined> }>(pages: Page[]) =>
  languageParams().flatMap(({ params }) => pages.map((page) => ({ ...page, params: { ...page.params, ...params } })));

export type Version = { language: string; name: string; direction: "rtl" | "ltr"; path: string; here: boolean };

/** The versions of a page, this one among them. */
export function versionsOf(path: string): Version[] {
  const own = languageOfPath(hub, path);
  const rest = pathWithout(hub, path);
  return hub.languages.map((language) => ({
    language,
    name: nameOf(language),
    direction: directionOf(language),
    path: `${baseOf(hub, language)}${rest}`,
    here: language === own,
  }));
}
