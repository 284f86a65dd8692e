/** The addresses of a page in each language of the hub. */
import { directionOf, marksOf } from "#content/direction.ts";
import { baseOf, languageOfPath, nameOf, pathWithout } from "#content/languages.ts";
import { languageNamesIn } from "#content/locale-formats.ts";
import { speakIn, speech } from "#content/words.ts";
import { hub, speeches } from "./settings.ts";
import { strings } from "./strings.ts";

/** For `getStaticPaths` of what stands under pages/[...lang]: a page for each language. */
export const languageParams = (): { params: { lang: string | undefined } }[] =>
  hub.languages.map((language) => ({ params: { lang: baseOf(hub, language).slice(1) || undefined } }));

/** The same for pages of which there are many. */
export const inEachLanguage = <Page extends { params: Record<string, string | undefined> }>(pages: Page[]) =>
  languageParams().flatMap(({ params }) => pages.map((page) => ({ ...page, params: { ...page.params, ...params } })));

export type Version = {
  language: string;
  name: string;
  direction: "rtl" | "ltr";
  path: string;
  here: boolean;
  /** In its own language: to read the page in it, and to stay with the page's. */
  offer: string;
  stay: string;
};

/** The versions of a page, this one among them. `languages`: those that its text is in, where not all are. */
export function versionsOf(path: string, languages = hub.languages): Version[] {
  const own = languageOfPath(hub, path);
  const rest = pathWithout(hub, path);
  return languages.map((language) => ({
    language,
    name: nameOf(language),
    direction: directionOf(language),
    path: `${baseOf(hub, language)}${rest}`,
    here: language === own,
    ...sayOffer(language, own),
  }));
}

function sayOffer(language: string, page: string): Pick<Version, "offer" | "stay"> {
  const spoken = speeches.find((each) => each.language === language) ?? speech();
  const name = languageNamesIn(language).of(page) ?? page;
  return speakIn(spoken, () => ({ offer: strings.foot.offer, stay: strings.foot.stay(name) }));
}

/** The attributes of a text that may be in another language than the page that is being written. */
export const inLanguage = (language: string) => marksOf(language, speech().language);
/** The same of what the interface says within such a text. */
export const ownWithin = (language: string) => marksOf(speech().language, language);
