import { languageNamesIn, listsIn } from "#content/locale-formats.ts";
import { speech } from "#content/words.ts";
import { baseOf } from "#server/knowledge/corpus.ts";
import { guessLanguage, isKnown } from "#server/knowledge/guess-language.ts";
import type { NumberedSource } from "../sources.ts";

/** The languages of the articles that are cited from, such as "en". */
const languagesOf = (sources: NumberedSource[]): string[] => [
  ...new Set(sources.flatMap(({ passages }) => passages.map(({ article }) => baseOf(article.language)))),
];

/** True when a sentence is surely in a language that none of its sources has. In case of doubt it is not. */
export function isInOtherLanguage(text: string, sources: NumberedSource[]): boolean {
  const languages = languagesOf(sources);
  const guess = guessLanguage(text);
  return guess !== null && languages.every((language) => isKnown(language) && language !== guess);
}

/** "English", "English and German". */
export function nameLanguages(sources: NumberedSource[]): string {
  const { locale } = speech();
  const names = languageNamesIn(locale);
  return listsIn(locale).format(languagesOf(sources).map((language) => names.of(language) ?? language));
}
