export const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Six digits or more, also with spaces, dots, dashes or brackets between them: phone, card and account numbers. */
const LONG_NUMBER = /\+?\d(?:[\s().\-/]{0,2}\d){5,}/g;

/** Text of a visitor as it may be kept: without e-mail addresses and long numbers. */
export const redactText = (text: string): string => text.replace(EMAIL, "[address]").replace(LONG_NUMBER, "[number]");
