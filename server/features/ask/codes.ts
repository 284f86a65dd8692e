import { fits } from "./asking/asking.ts";

/** What a program says, and people paste: INVALID_SESSION_ID, crm.objects.deals.read, 429. */
const CODE = /(?<![\w.])(?:[a-z\d]+(?:_[a-z\d]+)+|[a-z]+(?:\.[a-z]+){2,}|[45]\d\d)(?!\w)/gi;

/** The codes that a text names, in small letters: "429", and not the number of "429 leads". */
export const readCodes = (text: string): string[] =>
  [...text.matchAll(CODE)].flatMap(({ 0: code, index }) => {
    const isCount = /^\d+$/.test(code) && fits("counted", text.slice(index + code.length));
    return isCount ? [] : [code.toLowerCase()];
  });

/** Numbers stand for much: "status code 429" is one that a program said. */
const NAMED_NUMBER = /\b(?:error|code|status|http|fehler|fehlercode)\W+(?=\d{3}\b)/i;

/** Whether a code was surely said by a program: it is no bare number. */
export const isMessage = (code: string, text: string): boolean => !/^\d+$/.test(code) || NAMED_NUMBER.test(text);

/** An entry of a list of codes has its code within so many characters of its beginning. */
const ENTRY = 45;

/** Whether a text says what a code, in small letters, is about. */
export const isEntryOf = (code: string, text: string): boolean => readCodes(text.slice(0, ENTRY)).includes(code);
