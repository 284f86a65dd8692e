/**
 * What words-plugin.ts makes of a text with values in it: `{name}` is filled in, and of a plural, whose forms come as
 * `one:…|other:…` with signs that no text has, the one that fits its first value.
 */
const { lang } = document.documentElement;
// Made when they are first needed, then kept: a slow phone takes ten milliseconds and more for each.
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;

export const say =
  (text: string, names: string[]) =>
  (...values: (string | number)[]): string =>
    pickForm(text, Number(values[0])).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[names.indexOf(name)] ?? whole;
      return typeof value === "number" ? (numbers ??= new Intl.NumberFormat(lang)).format(value) : value;
    });

function pickForm(text: string, count: number): string {
  if (!text.includes("\uE013")) return text;
  const forms = Object.fromEntries(text.split("\uE012").map((form) => form.split("\uE013"))) as Record<string, string>;
  return forms[(plurals ??= new Intl.PluralRules(lang)).select(count)] ?? forms["other"] ?? "";
}
