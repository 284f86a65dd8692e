import { fits } from "./asking/asking.ts";

/** What a program says, and people paste: INVALID_SESSION_ID, crm.objects.deals.read, 429. */
const CODE = /(?<![\w.])(?:[a-z\d]+(?:_[a-z\d]+)+|[a-z]+(?:\.[a-z]+){2,}|[45]\d\d)(?!\w)/gi;

/** The codes that a text names, in small letters: "429", and not the number of "429 leads". */
export const readCodes = (text: string): string[] =>
  [...text.matchAll(CODE)].flatMap(({ 0: code, index }) => {
    const isCount = /^\d+$/.test(code) && fits("counted", text.slice(index + code.length));
    return isCount ? [] : [code.toLowerCase()];
  });
