import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { textFolders } from "#site/content-dir.ts";
import { checkTypeface } from "#site/typeface/check-typeface.ts";
import { openContent } from "#test/support/lint-content.ts";
import { makeTypeface, VARIABLE } from "#test/support/typefaces.ts";

const { contentDir, write, find } = openContent();
const [ONE, TWO] = [
  "typeface: { name: Own, regular: r.woff2 }",
  "typeface: { name: Own, regular: r.woff2, bold: b.woff2 }",
];

function name(typeface: string, languages = "[en]"): void {
  const file = path.join(contentDir(), "hub.yaml");
  const text = readFileSync(file, "utf8")
    .replace("lightness: 42", `lightness: 42,\n    ${typeface}\n  `)
    .replace("languages: [en]", `languages: ${languages}`);
  writeFileSync(file, text);
}
/** What is wrong, without the folder's name. */
async function mistakes(): Promise<string[]> {
  const found = await checkTypeface(loadHub(contentDir()), { ...textFolders, own: contentDir() });
  return found.map(({ file, line, field, message }) => `${path.basename(file)}:${line} ${field}: ${message}`);
}

test.each(["# none", "typeface: system"])("a hub needs no typeface of its own: %s", async (typeface) => {
  name(typeface);
  expect(await mistakes()).toEqual([]);
});

test("two weights are sound in English and German", async () => {
  write("r.woff2", await makeTypeface("regular"));
  write("b.woff2", await makeTypeface("bold"));
  name(TWO, "[en, de]");
  expect(await mistakes()).toEqual([]);
});

test("a variable typeface is sound in one file", async () => {
  write("r.woff2", VARIABLE);
  name(ONE, "[en, de]");
  expect(await mistakes()).toEqual([]);
});

test("one weight without bold is too few", async () => {
  write("r.woff2", await makeTypeface("regular"));
  name(ONE);
  expect(await mistakes()).toEqual([
    "hub.yaml:9 brand.typeface.regular: r.woff2 has one weight: name a second file beside it, bold, or use a variable typeface",
  ]);
});

test("digits have one width where they stand in columns", async () => {
  write("r.woff2", await makeTypeface("regular", { without: ["GSUB"] }));
  write("b.woff2", await makeTypeface("bold"));
  name(TWO);
  expect(await mistakes()).toEqual([
    "hub.yaml:9 brand.typeface.regular: r.woff2 has no digits of one width, so that columns of numbers do not line up: use a version that has tabular figures (tnum)",
  ]);
});

test("every letter that the hub's languages write is there; a script that is lacking as a whole is the system's", async () => {
  write("r.woff2", VARIABLE);
  name(ONE, "[en, fr, ru]");
  write("i18n/ru.yaml", "site: { nav: { status: Состояние } }\n");
  expect(await mistakes()).toEqual([]);
  write("i18n/fr.yaml", "site: { nav: { status: État du service à Évreux } }\n");
  expect(await mistakes()).toEqual([
    "hub.yaml:9 brand.typeface.regular: r.woff2 lacks à, which the hub's languages write: use a version that has them",
  ]);
});

test("what only looks like a typeface is said, by the linter too", async () => {
  write("r.woff2", VARIABLE.subarray(0, 9000));
  name(ONE);
  const says = "r.woff2 cannot be unpacked: save it as WOFF2 once more";
  expect(await mistakes()).toEqual([`hub.yaml:9 brand.typeface.regular: ${says}`]);
  expect(await find("unfit-typeface")).toEqual([`hub.yaml:9 ${says}`]);
});
