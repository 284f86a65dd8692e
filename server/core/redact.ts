/** Also as a part of a link (%40), in wide letters (＠), and without a dot in the domain. */
export const EMAIL =
  /(?:"[^"]{1,64}"|[\p{L}\p{N}._%+'-]{1,64})(?:@|＠|%40)(?:\[[^\]\s]{1,64}\]|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)/gu;
/** Six digits or more, also with spaces, dots, dashes or brackets between them: phone, card and account numbers. */
const LONG_NUMBER = /\+?\p{Nd}(?:[\s().\p{Pd}/\u200b-\u200d\u2060]{0,2}\p{Nd}){5,}/gu;
/** Letters and digits at random, 24 or more: keys and tokens that people paste along. */
const KEY = /(?<![\w-])(?=[\w-]*[a-z])(?=(?:[\w-]*?\d){3})[\w-]{24,}/gi;

/** Text of a visitor as it may be kept: without e-mail addresses, keys and long numbers. */
export const redactText = (text: string): string =>
  text.replace(EMAIL, "[address]").replace(KEY, "[key]").replace(LONG_NUMBER, "[number]");

/** By what searches and questions are counted as the same: redacted, in small letters, with single spaces. */
export const searchKey = (text: string): string =>
  redactText(text.normalize("NFC")).toLowerCase().replace(/\s+/g, " ").trim();
