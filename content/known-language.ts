/** Whether a tag names a language; of two letters all are known, others may be rarer than what Node has heard of. */
const named = (type: "language" | "region") => new Intl.DisplayNames(["en"], { type, fallback: "none" });
const isCode = (base: string) => /^[a-z]{2}$/.test(base);

const baseOf = (tag: string): string => tag.split("-")[0] ?? "";

export function isKnownLanguage(tag: string): boolean {
  const base = baseOf(tag);
  return !isCode(base) || named("language").of(base) !== undefined;
}

/** Says what was meant: who writes a country's letters means the language that is spoken there. */
export function sayUnknownLanguage(tag: string): string {
  const base = baseOf(tag);
  const isCountry = isCode(base) && named("region").of(base.toUpperCase()) !== undefined;
  const meant = isCountry ? new Intl.Locale(`und-${base}`).maximize().language : "";
  return `there is no language "${base}"${meant ? `; did you mean ${meant}?` : ": use a tag such as de, pt-BR or zh-Hans"}`;
}
