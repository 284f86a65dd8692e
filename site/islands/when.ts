import { whenWords as t } from "./when.words.ts";

const { lang } = globalThis.document?.documentElement ?? { lang: "en" };
/** Of the page: dates stand within its sentences. */
export const locale = lang === "en" ? "en-GB" : lang;

/** `14:32`. Not by Intl: the first clock that it makes holds a page for 30 to 60 ms. */
export function sayTime(iso: string): string {
  const at = new Date(iso);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** `today`, `yesterday`, `on Tuesday` within a week, else `on 10 March`. */
export function sayDay(iso: string, now = new Date()): string {
  const day = new Date(iso);
  const days = daysBetween(day, now);
  if (days <= 0) return t.today;
  if (days === 1) return t.yesterday;
  if (days < 7) return t.onDay(day.toLocaleDateString(locale, { weekday: "long" }));
  return t.onDay(day.toLocaleDateString(locale, { day: "numeric", month: "long" }));
}

/** `today at 14:41` */
export const sayMoment = (iso: string): string => t.moment(sayDay(iso), sayTime(iso));

/** `14:41` today, `Tue 14:41` within a week before or after, else `9 Mar 2026`. */
export function sayWhen(iso: string): string {
  const then = new Date(iso);
  const days = Math.abs(daysBetween(then, new Date()));
  if (days === 0) return sayTime(iso);
  if (days < 7) return `${then.toLocaleDateString(locale, { weekday: "short" })} ${sayTime(iso)}`;
  return then.toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });
}

/** How many days of the calendar lie between two moments. */
const daysBetween = (then: Date, now: Date): number => Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
