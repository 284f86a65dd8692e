/**
 * What words-plugin.ts makes of a text with values in it: `{name}` is filled in, and of a plural, whose forms come as
 * `one:…|other:…`, or as `…|…` where one is said of 1 alone, with signs that no text has, the one that fits its first value.
 */
import { valueIn } from "#content/direction.ts";

const { lang, dir } = document.documentElement;
// Made when they are first needed, then kept: a slow phone takes ten milliseconds and more for each.
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;
/** What counts with the digits of these lines; of the others, some do and some have digits of their own. */
export const WITH_OUR_DIGITS =
  /^(?:bg|ca|cs|da|de|el|en|es|et|fi|fr|he|hr|hu|id|it|ja|ko|lt|lv|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)\b/;

export const say =
  (text: string, names: string[]) =>
  (...values: (string | number)[]): string =>
    pickForm(text, Number(values[0])).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[names.indexOf(name)] ?? whole;
      return typeof value === "number" ? sayNumber(value) : valueIn(dir, value);
    });

/** Most are small, and are written without Intl, whose first numbers hold a phone for 40 ms. */
function sayNumber(value: number): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1000 && WITH_OUR_DIGITS.test(lang);
  return isPlain ? String(value) : (numbers ??= new Intl.NumberFormat(lang)).format(value);
}

function pickForm(text: string, count: number): string {
  const [ofOne = "", ofOthers] = text.split("\uE014");
  if (ofOthers !== undefined) return count === 1 ? ofOne : ofOthers;
  if (!text.includes("\uE013")) return text;
  const forms = Object.fromEntries(text.split("\uE012").map((form) => form.split("\uE013"))) as Record<string, string>;
  return forms[(plurals ??= new Intl.PluralRules(lang)).select(count)] ?? forms["other"] ?? "";
}
