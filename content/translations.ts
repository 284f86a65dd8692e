/** Reads content/i18n/<lang>.yaml: what the interface says in other languages, and what an operator says otherwise. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { pluralsIn } from "./locale-formats.ts";
import { formatMistakes, type Mistake } from "./mistakes.ts";
import { readYaml } from "./read-yaml.ts";
import {
  flatten,
  isMessage,
  listEnglish,
  localeOf,
  namesIn,
  type Message,
  type Messages,
  type Speech,
} from "./words.ts";

const Tree: z.ZodType<Messages> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), Tree], "write a text, or texts below it")),
);

export type Translated = { speech: Speech; mistakes: Mistake[]; missing: string[] };

/** How the hub speaks a language. @throws Error where its file is no YAML. */
export function loadSpeech(contentDir: string, language: string): Speech {
  const { data, mistakes } = readTranslation(contentDir, language);
  if (!data) throw new Error(formatMistakes(mistakes));
  return toSpeech(language, data);
}

/** The same, held against the English of every area that has been imported. */
export function checkTranslation(contentDir: string, language: string): Translated {
  const { file, data, mistakes, lineOf } = readTranslation(contentDir, language);
  const speech = toSpeech(language, data ?? {});
  const english = listEnglish();
  const wrong = [...speech.says].flatMap(([key, said]) => {
    const message = findFault(english.get(key), said, speech.locale);
    return message ? [{ file, line: lineOf(key.split(".")), field: key, message }] : [];
  });
  const missing = language === "en" ? [] : [...english.keys()].filter((key) => !speech.says.has(key));
  return { speech, mistakes: [...mistakes, ...wrong], missing };
}

function readTranslation(contentDir: string, language: string) {
  const file = path.join(contentDir, "i18n", `${language}.yaml`);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const name = path.relative(process.cwd(), file);
  return { file: name, ...readYaml({ file: name, text }, Tree) };
}

const toSpeech = (language: string, tree: Messages): Speech => ({
  language,
  locale: localeOf(language),
  says: new Map(
    Object.entries(tree).flatMap(([area, value]) => (isMessage(value) ? [[area, value]] : flatten(value, area))),
  ),
});

function findFault(english: Message | undefined, said: Message | object, locale: string): string | null {
  if (english === undefined)
    return "there is no such text: see site/strings.ts and *.words.ts for those that there are";
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
