import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMap, Pair, parseDocument, Scalar, YAMLMap, type Document } from "yaml";
import { Language } from "#content/values.ts";
import { pluralsIn } from "#content/locale-formats.ts";
import { formatMistakes, type Mistake } from "#content/mistakes.ts";
import { checkTranslation, ownFileOf, type TextFolders } from "#content/translations.ts";
import { listEnglish, localeOf, PLURALS, type Message } from "#content/words.ts";

export type WrittenWords = {
  file: string;
  /** Texts that were not in the file yet. */
  added: number;
  /** To be translated, of how many. */
  left: number;
  all: number;
  /** What is wrong with texts that were there before. */
  mistakes: Mistake[];
};

/**
 * Puts every text that a language has not into the operator's file of it: empty, with the English above it. What stands
 * there stays. The English must have been imported. @throws Error in words
 */
export function writeWords(folders: TextFolders, language: string): WrittenWords {
  if (!Language.safeParse(language).success)
    throw new Error(`"${language}" is no language: use a tag such as fr or pt-BR.`);
  if (language === "en")
    throw new Error("English stands in the code. What you say otherwise, write into i18n/en.yaml by hand.");
  const name = ownFileOf(folders, language);
  const file = path.relative(process.cwd(), name);
  const document = parseDocument(existsSync(name) ? readFileSync(name, "utf8") : headOf(language));
  if (document.errors.length > 0) throw new Error(`${file} is no YAML: ${document.errors[0]?.message}`);
  const english = listEnglish();
  const { missing, mistakes } = checkTranslation(folders, language);
  const forms = pluralsIn(localeOf(language)).resolvedOptions().pluralCategories;
  const ordered = PLURALS.filter((form) => forms.some((each) => each === form));
  const added = missing.filter((key) => {
    const text = english.get(key);
    return text !== undefined && putText(document, key.split("."), text, ordered);
  }).length;
  if (missing.length > 0) {
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, document.toString({ lineWidth: 0 }));
  }
  return { file, added, left: missing.length, all: english.size, mistakes };
}

const headOf = (language: string): string =>
  `# The interface in ${language}. Above each text stands the English; what is empty stands in English in the hub.\n{}\n`;

/** Makes the text's place where there is none, and says the English of today above it. True when it was not there. */
function putText(document: Document, key: string[], english: Message, forms: string[]): boolean {
  const last = key.at(-1) ?? "";
  const parent = openMap(document, key.slice(0, -1));
  let pair = parent.items.find(({ key: own }) => nameOf(own) === last);
  const isNew = pair === undefined;
  if (!pair) {
    pair = new Pair(new Scalar(last), emptyText());
    parent.items.push(pair);
  }
  if (typeof english !== "string") pair.value = openForms(pair.value, forms);
  // a comment above the first text is read as one above them all
  if (pair === parent.items[0]) parent.commentBefore = withoutEnglish(parent.commentBefore);
  if (pair.key instanceof Scalar)
    pair.key.commentBefore = [withoutEnglish(pair.key.commentBefore), sayEnglish(english)].filter(Boolean).join("\n");
  return isNew;
}

const sayEnglish = (english: Message): string =>
  typeof english === "string"
    ? english.replaceAll(/^/gm, " en: ")
    : Object.entries(english)
        .map(([form, text]) => ` en, ${form}: ${text}`)
        .join("\n");

const withoutEnglish = (comment: string | null | undefined): string =>
  (comment ?? "")
    .split("\n")
    .filter((line) => !/^ en(?:, \w+)?: /.test(line))
    .join("\n");

/** The forms of the language: those that are there, then those that are not. */
function openForms(value: unknown, forms: string[]): YAMLMap {
  const map = isMap(value) ? value : new YAMLMap();
  map.flow = false;
  const there = new Set(map.items.map(({ key }) => nameOf(key)));
  for (const form of forms) if (!there.has(form)) map.items.push(new Pair(new Scalar(form), emptyText()));
  return map;
}

/** The map at a path, made where there is none. @throws Error where a text stands in its place */
function openMap(document: Document, way: string[]): YAMLMap {
  if (!isMap(document.contents)) document.contents = new YAMLMap();
  let map = document.contents as YAMLMap;
  map.flow = false;
  for (const [depth, name] of way.entries()) {
    let next: unknown = map.get(name, true);
    if (next === undefined || (next instanceof Scalar && !next.value)) {
      next = new YAMLMap();
      map.set(name, next);
    }
    if (!isMap(next)) throw new Error(`${way.slice(0, depth + 1).join(".")} is one text; texts stand below it.`);
    map = next;
    // comments have a line of their own
    map.flow = false;
  }
  return map;
}

/** In quotes: with nothing there, the next comment would belong to it. */
function emptyText(): Scalar {
  const text = new Scalar("");
  text.type = Scalar.QUOTE_DOUBLE;
  return text;
}

const nameOf = (key: unknown): unknown => (key instanceof Scalar ? key.value : key);

/** What was written, and what to do now. */
export function tellWords(
  { file, added, left, all, mistakes }: WrittenWords,
  language: string,
  isSpoken: boolean,
): string {
  const wrong = mistakes.length > 0 ? `To be mended:\n${formatMistakes(mistakes)}\n` : "";
  if (left === 0) return `${wrong}All ${all} texts are there in ${language}.\n`;
  const next = isSpoken ? "" : `Write ${language} into languages of hub.yaml when readers may have it.\n`;
  return `${wrong}${file}: ${left} of ${all} texts are to be translated, ${added} of them new in the file. Above each stands the English; what is empty stands in English in the hub.\n${next}`;
}
