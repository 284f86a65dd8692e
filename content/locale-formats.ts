/** What Intl formats by. Making one takes longer than using it a hundred times, and pages and answers are full of them: each is made once. */

const byLocale = <Format>(make: (locale: string) => Format): ((locale: string) => Format) => {
  const made = new Map<string, Format>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
};

export const numbersIn = byLocale((locale) => new Intl.NumberFormat(locale));
export const pluralsIn = byLocale((locale) => new Intl.PluralRules(locale));
export const listsIn = byLocale((locale) => new Intl.ListFormat(locale));
export const languageNamesIn = byLocale((locale) => new Intl.DisplayNames([locale], { type: "language" }));
/** Of days, not moments: UTC keeps them the day that was written. */
export const daysIn = byLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));
export const weekdaysIn = byLocale((locale) => new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }));
/** "12 November": of a day that is less than a year away. */
export const shortDaysIn = byLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }),
);
