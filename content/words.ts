/**
 * What the interface says. English stands in code, in `*.words.ts` and site/strings.ts, and is what other languages are
 * checked against and fall back to. What `defineWords` gives reads in the language of the page or request that is under
 * way. For browsers, site/build/words-plugin.ts puts something else in its place.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { directionOf, standIn, valueIn } from "./direction.ts";
import { numbersIn, pluralsIn } from "./locale-formats.ts";

/** A text that depends on `{count}`, which is its first value, by the categories of Intl.PluralRules. */
export type Plural = { readonly one: string; readonly other: string };
export type Message = string | Plural;
export type Messages = { readonly [key: string]: Message | Messages };

type Values<Text> = Text extends `${string}{${string}}${infer More}` ? [string | number, ...Values<More>] : [];
type WithoutCount<Text> = Text extends `${infer Before}{count}${infer After}` ? `${Before}${After}` : Text;
type Said<T> = T extends string
  ? Values<T> extends []
    ? string
    : (...values: Values<T>) => string
  : T extends Plural
    ? (count: number, ...more: Values<WithoutCount<T["other"]>>) => string
    : { readonly [Key in keyof T]: Said<T[Key]> };

/** What a language says, by dotted key. A plural has the categories of its own language. */
export type Translation = ReadonlyMap<string, string | Readonly<Record<string, string>>>;
/** The language that a page is written in. */
export type Speech = {
  language: string;
  /** For dates, numbers and lists. */
  locale: string;
  says: Translation;
};

/** English dates and numbers are written as in Britain. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

const ENGLISH: Speech = { language: "en", locale: localeOf("en"), says: new Map() };
const speeches = new AsyncLocalStorage<Speech>();
const areas = new Map<string, Messages>();
const defined = new WeakMap<object, { area: string; english: Messages }>();

/** Runs work in a language: what it says meanwhile, however deep, is said in it. */
export const speakIn = <Result>(speech: Speech, work: () => Result): Result => speeches.run(speech, work);
/** What staff and programs read too, and is kept as it was said, is in English, whoever asks. */
export const inEnglish = <Result>(work: () => Result): Result => speeches.run(ENGLISH, work);
/** The language of the page or request that is under way. */
export const speech = (): Speech => speeches.getStore() ?? ENGLISH;

/** The same, or undefined where none is: at a start, in a job. */
export const spokenSpeech = (): Speech | undefined => speeches.getStore();

/** English texts of an area, as they read in the language that is spoken. `{name}` makes a text a function of its values, in their order. */
export function defineWords<const T extends Messages>(area: string, english: T): Said<T> {
  const words = liveOf(english, area);
  // an area may be in several files, so that a page loads no more of it than it says
  areas.set(area, { ...areas.get(area), ...english });
  defined.set(words, { area, english });
  return words as Said<T>; // built of the same keys
}

/** What `defineWords` made these words of; undefined for anything else. */
export const wordsOf = (words: object): { area: string; english: Messages } | undefined => defined.get(words);

/** A text by its dotted key, in the language that is spoken; undefined where there is none of that key with so many values. */
export function sayText(key: string, values: (string | number)[]): string | undefined {
  const english = findEnglish(key);
  if (english === undefined) return undefined;
  const names = namesIn(english);
  if (names.length !== values.length) return undefined;
  const text = read(key, english, names);
  return typeof text === "string" ? text : text(...values);
}

function findEnglish(key: string): Message | undefined {
  const [area = "", ...names] = key.split(".");
  let found: Message | Messages | undefined = areas.get(area);
  for (const name of names) {
    if (found === undefined || isMessage(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found !== undefined && isMessage(found) ? found : undefined;
}

/** Every English text by its dotted key, of all areas that have been imported. */
export function listEnglish(): Map<string, Message> {
  const list = new Map<string, Message>();
  for (const [area, messages] of areas) for (const [key, message] of flatten(messages, area)) list.set(key, message);
  return list;
}

/** The texts of a tree, by dotted key. */
export function flatten(messages: Messages, path: string): [string, Message][] {
  return Object.entries(messages).flatMap(([key, value]): [string, Message][] =>
    isMessage(value) ? [[`${path}.${key}`, value]] : flatten(value, `${path}.${key}`),
  );
}

/** Forms that Intl.PluralRules knows. */
export const PLURALS = ["zero", "one", "two", "few", "many", "other"];
export const isMessage = (value: Message | Messages): value is Message =>
  typeof value === "string" ||
  (typeof value["other"] === "string" && Object.keys(value).every((key) => PLURALS.includes(key)));

/** The names of a text's values, in their order. */
export function namesIn(message: Message): string[] {
  const text = typeof message === "string" ? message : message.other;
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return typeof message === "string" ? names : ["count", ...names.filter((name) => name !== "count")];
}

function liveOf(messages: Messages, path: string): Record<string, unknown> {
  const live = {};
  for (const [name, value] of Object.entries(messages)) {
    const key = `${path}.${name}`;
    Object.defineProperty(live, name, { enumerable: true, ...describe(key, value) });
  }
  return live;
}

function describe(key: string, value: Message | Messages): PropertyDescriptor {
  if (!isMessage(value)) return { value: liveOf(value, key) };
  const names = namesIn(value);
  return { get: () => read(key, value, names) };
}

/** English, for want of a translation. */
export function englishIn(language: string, message: Message): Message {
  const stay = (text: string): string => standIn(text, "en", language);
  return typeof message === "string" ? stay(message) : { one: stay(message.one), other: stay(message.other) };
}

type Spoken = Pick<Speech, "locale" | "language">;
type Read = string | ((...values: (string | number)[]) => string);
function read(key: string, english: Message, names: string[]): Read {
  const { locale, language, says } = speech();
  const said = says.get(key) ?? englishIn(language, english);
  if (typeof english === "string" && names.length === 0) return said as string; // translations have the shape of the English
  return (...values) => {
    const text = typeof said === "string" ? said : pickForm(said, locale, Number(values[0]));
    return fillIn(text, names, values, { locale, language });
  };
}

const pickForm = (forms: Readonly<Record<string, string>>, locale: string, count: number): string =>
  forms[pluralsIn(locale).select(count)] ?? forms["other"] ?? "";

function fillIn(text: string, names: string[], values: (string | number)[], { locale, language }: Spoken): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[names.indexOf(name)] ?? whole;
    return typeof value === "number" ? numbersIn(locale).format(value) : valueIn(directionOf(language), value);
  });
}
