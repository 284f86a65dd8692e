/** The language of a text for its `lang`; undefined where it is the page's own, or not known. */
export const foreign = (language: string | undefined): string | undefined =>
  language === document.documentElement.lang ? undefined : language;
