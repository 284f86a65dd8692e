import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkTranslation } from "#content/translations.ts";
import { importWords } from "#site/knowledge/import-words.ts";
import { tellWords, writeWords } from "../../../scripts/writing/write-words.ts";
import { openContent } from "#test/support/lint-content.ts";

beforeAll(importWords);
const { contentDir, write } = openContent();
const folders = (shipped = contentDir()) => ({ own: contentDir(), shipped });
const read = (language: string) => readFileSync(path.join(contentDir(), "i18n", `${language}.yaml`), "utf8");

test("a new language gets every text, empty, with the English above it, in the forms of its plurals", () => {
  const { added, left, all, mistakes } = writeWords(folders(), "pl");
  expect(all).toBeGreaterThan(1000);
  expect([added, left, mistakes]).toEqual([all, all, []]);
  const text = read("pl");
  expect(text).toContain('\nsite:\n  # en: Skip to content\n  skip: ""\n  nav:\n    # en: Hub\n    label: ""\n');
  expect(text).toContain(
    '\n  # en, one: {count} article\n  # en, other: {count} articles\n  articles:\n    one: ""\n    few: ""\n    many: ""\n    other: ""\n',
  );
  // what is empty is missing, no mistake; so it is after a second time
  expect(checkTranslation(folders(), "pl")).toMatchObject({ mistakes: [], missing: { length: all } });
  expect(writeWords(folders(), "pl")).toMatchObject({ added: 0, left: all });
  expect(read("pl")).toBe(text);
});

test("what stands there is kept, with its comments; what was left empty is told with the English of today", () => {
  const before =
    "# Mine\nsite:\n  # said to us\n  skip: 'Aller au contenu'\n\n  # en: An old text\n  figure: \"\"\n  nav: { ask: Demander } # short\n";
  write("i18n/fr.yaml", before);
  const { left, all } = writeWords(folders(), "fr");
  expect(left).toBe(all - 2);
  const text = read("fr");
  expect(text).toMatch(/^# Mine\nsite:\n {2}# said to us\n {2}skip: 'Aller au contenu'\n/);
  expect(text).toContain('\n  # en: Fig. {number}\n  figure: ""\n');
  expect(text).not.toContain("An old text");
  expect(text).toContain('    ask: Demander\n    # en: Hub\n    label: ""\n');
  expect(checkTranslation(folders(), "fr").mistakes).toEqual([]);
});

test("what came with the program need not be written again", () => {
  const written = writeWords(folders("content"), "de");
  expect(written).toMatchObject({ added: 0, left: 0 });
  expect(() => read("de")).toThrow("ENOENT");
  expect(tellWords(written, "de", true)).toMatch(/^All \d+ texts are there in de\.\n$/);
});

test("texts that there are no more are named, and what cannot be is refused in words", () => {
  write("i18n/fr.yaml", "site:\n  gone: Parti\n");
  const written = writeWords(folders(), "fr");
  expect(tellWords(written, "fr", false)).toMatch(
    /^To be mended:\n.*fr\.yaml:2 site\.gone: there is no such text.*\n.*fr\.yaml: (\d+) of \1 texts are to be translated, \1 of them new in the file\..*\nWrite fr into languages of hub\.yaml/,
  );
  write("i18n/fr.yaml", "site: Tout\n");
  expect(() => writeWords(folders(), "fr")).toThrow("site is one text; texts stand below it.");
  write("i18n/fr.yaml", "site: [\n");
  expect(() => writeWords(folders(), "fr")).toThrow(/fr\.yaml is no YAML/);
  expect(() => writeWords(folders(), "en")).toThrow("English stands in the code");
  expect(() => writeWords(folders(), "../x")).toThrow('"../x" is no language');
  rmSync(path.join(contentDir(), "i18n"), { recursive: true });
});
