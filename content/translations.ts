/**
 * Reads i18n/<lang>.yaml: what the interface says in other languages. It is looked for among the content and, where that
 * stands elsewhere, in the program's own folder too: what an operator says otherwise lies over what came along.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { pluralsIn } from "./locale-formats.ts";
import { formatMistakes, type Mistake } from "./mistakes.ts";
import { nearest } from "./nearest.ts";
import { readYamlOnce } from "./read-yaml.ts";
import {
  flatten,
  isMessage,
  listEnglish,
  localeOf,
  namesIn,
  PLURALS,
  type Message,
  type Messages,
  type Speech,
} from "./words.ts";

/** As it is written: what is empty waits to be translated (npm run content:words). */
type Written = { readonly [key: string]: string | null | Written };
const Tree: z.ZodType<Written> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.null(), Tree], "write a text, or texts below it")),
);

/** The content of the hub, and the folder that came with the program. */
export type TextFolders = { own: string; shipped: string };
export type Translated = { speech: Speech; mistakes: Mistake[]; missing: string[] };

/** How the hub speaks a language. @throws Error where a file of it is no YAML. */
export function loadSpeech(folders: TextFolders, language: string): Speech {
  const files = readTranslations(folders, language);
  const broken = files.flatMap(({ mistakes }) => mistakes);
  if (broken.length > 0) throw new Error(formatMistakes(broken));
  return toSpeech(language, files);
}

/** The same, held against the English of every area that has been imported. */
export function checkTranslation(folders: TextFolders, language: string): Translated {
  const files = readTranslations(folders, language);
  const speech = toSpeech(language, files);
  const english = listEnglish();
  const mistakes = files.flatMap(({ file, mistakes: broken, says, lineOf }) => [
    ...broken,
    ...says.flatMap(([key, said]) => {
      const text = english.get(key);
      const message = text === undefined ? sayUnknown(key, english.keys()) : findFault(text, said, speech.locale);
      return message ? [{ file, line: lineOf(key.split(".")), field: key, message }] : [];
    }),
  ]);
  const missing = language === "en" ? [] : [...english.keys()].filter((key) => !speech.says.has(key));
  return { speech, mistakes, missing };
}

/** Where an operator's own texts in a language stand. */
export const ownFileOf = ({ own }: Pick<TextFolders, "own">, language: string): string =>
  path.join(own, "i18n", `${language}.yaml`);

function readTranslations({ own, shipped }: TextFolders, language: string) {
  const files = new Set([shipped, own].map((folder) => path.resolve(ownFileOf({ own: folder }, language))));
  return [...files].filter(existsSync).map((name) => {
    const file = path.relative(process.cwd(), name);
    const read = readYamlOnce({ file, text: readFileSync(name, "utf8") }, Tree.nullable()); // nothing but comments
    return { file, ...read, says: listTexts(dropEmpty(read.data ?? {})) };
  });
}

/** Without what is empty; a plural that has no `other` is not begun. */
function dropEmpty(tree: Written): Messages {
  const full = Object.entries(tree).flatMap(([key, value]): [string, Message | Messages][] => {
    if (!value || (typeof value !== "string" && isUnbegun(value))) return [];
    return [[key, typeof value === "string" ? value : dropEmpty(value)]];
  });
  return Object.fromEntries(full);
}

const isUnbegun = (tree: Written): boolean =>
  "other" in tree && !tree["other"] && Object.keys(tree).every((key) => PLURALS.includes(key));

const listTexts = (tree: Messages): [string, Message][] =>
  Object.entries(tree).flatMap(([area, value]): [string, Message][] =>
    isMessage(value) ? [[area, value]] : flatten(value, area),
  );

const toSpeech = (language: string, files: { says: [string, Message][] }[]): Speech => ({
  language,
  locale: localeOf(language),
  says: new Map(files.flatMap(({ says }) => says)),
});

function sayUnknown(key: string, keys: Iterable<string>): string {
  const meant = nearest(key, keys);
  return `there is no such text; ${meant ? `did you mean ${meant}?` : "npm run content:words writes those that there are"}`;
}

function findFault(english: Message, said: Message | object, locale: string): string | null {
  if (typeof english !== typeof said)
    return typeof english === "string" ? "is one text, without forms" : "needs a form for each count: one, other …";
  const known = new Set(namesIn(english));
  const texts = typeof said === "string" ? [said] : Object.values(said);
  const unknown = texts.flatMap((text: string) => namesIn(text)).find((name) => !known.has(name));
  if (unknown) return `has no {${unknown}}; it has ${[...known].map((name) => `{${name}}`).join(", ") || "no values"}`;
  if (typeof said === "string") return null;
  const forms = pluralsIn(locale).resolvedOptions().pluralCategories;
  const foreign = Object.keys(said).find((form) => !forms.some((each) => each === form));
  return foreign ? `has a form "${foreign}", which the language has not; it has ${forms.join(", ")}` : null;
}
