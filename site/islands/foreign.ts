import { marksOf } from "#content/direction.ts";

/** The attributes of a text that may be in another language than the page; none where its language is not known. */
export const foreign = (language: string | undefined): ReturnType<typeof marksOf> =>
  language ? marksOf(language, document.documentElement.lang) : {};
