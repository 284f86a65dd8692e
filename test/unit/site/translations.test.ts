import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { formatMistakes } from "#content/mistakes.ts";
import { checkTranslation } from "#content/translations.ts";
import { speakIn } from "#content/words.ts";
import { importWords } from "#site/knowledge/import-words.ts";
import { strings } from "#site/strings.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const dir = freshFolder("i18n");
beforeAll(importWords);

/** `shipped`: what came with the program. */
function check(language: string, yaml: string, shipped = dir) {
  mkdirSync(path.join(dir, "i18n"), { recursive: true });
  writeFileSync(path.join(dir, "i18n", `${language}.yaml`), yaml);
  const { mistakes, ...rest } = checkTranslation({ own: dir, shipped }, language);
  return { ...rest, said: formatMistakes(mistakes).replace(/^.*i18n\//gm, "") };
}

describe("a translation of the interface", () => {
  it("is whole in German, without a mistake", () => {
    const { mistakes, missing } = checkTranslation({ own: "content", shipped: "content" }, "de");
    expect(formatMistakes(mistakes)).toBe("");
    expect(missing).toEqual([]);
  });

  it("is whole where the content stands elsewhere, and there single texts may be said otherwise", () => {
    const { missing, said, speech } = check("de", "site:\n  skip: Weiter zum Text\n", "content");
    expect([missing, said]).toEqual([[], ""]);
    expect(speakIn(speech, () => [strings.skip, strings.nav.search])).toEqual(["Weiter zum Text", "Suchen"]);
  });

  it("is read once, and what is wrong with it has its line all the same", () => {
    const yaml = "site:\n  nowhere: Nirgends\n";
    const [first, second] = [check("de", yaml), check("de", yaml)];
    expect(first.said).toMatch(/^de\.yaml:2 site\.nowhere\W+there is no such text/);
    expect(second.said).toBe(first.said);
  });

  it("takes what is empty for missing, and a plural for begun once its `other` is there", () => {
    const yaml = [
      "site:",
      "  # en: Skip to content",
      "  skip:",
      "  nav: { search: Chercher, ask: '' }",
      "  articles: { one: un, many: , other: '' }",
      "feedbackless:",
    ].join("\n");
    const { missing, said, speech } = check("fr", yaml);
    expect(said).toBe("");
    expect(missing).toEqual(expect.arrayContaining(["site.skip", "site.nav.ask", "site.articles"]));
    expect(missing).not.toContain("site.nav.search");
    expect(speakIn(speech, () => [strings.skip, strings.nav.search, strings.articles(2)])).toEqual([
      "Skip to content",
      "Chercher",
      "2 articles",
    ]);
  });

  it("says which texts are missing; they stand in English", () => {
    const { missing, speech } = check("fr", "site:\n  skip: Aller au contenu\n");
    expect(missing).toContain("site.nav.search");
    expect(missing).not.toContain("site.skip");
    expect(speakIn(speech, () => [strings.skip, strings.nav.search])).toEqual(["Aller au contenu", "Search"]);
  });

  it("fails for a key that there is not, a value that its text has not, and forms that its language has not", () => {
    const { said } = check(
      "de",
      [
        "site:",
        "  skipp: Zum Inhalt",
        "  figure: Abb. {nummer}",
        "  articles: { one: ein Artikel, few: wenige, other: viele }",
        "  skip: { one: a, other: b }",
      ].join("\n"),
    );
    expect(said).toBe(
      [
        "de.yaml:2 site.skipp: there is no such text; did you mean site.skip?",
        "de.yaml:3 site.figure: has no {nummer}; it has {number}",
        'de.yaml:4 site.articles: has a form "few", which the language has not; it has one, other',
        "de.yaml:5 site.skip: is one text, without forms",
      ].join("\n"),
    );
  });

  it("lets an operator say a single English text otherwise", () => {
    const { missing, said, speech } = check("en", "site:\n  nav:\n    ask: Ask us\n");
    expect([missing, said]).toEqual([[], ""]);
    expect(speakIn(speech, () => [strings.nav.ask, strings.nav.search])).toEqual(["Ask us", "Search"]);
  });

  it("has the forms of its language's plurals", () => {
    const yaml =
      'site:\n  articles: { one: "{count} статья", few: "{count} статьи", many: "{count} статей", other: "{count} статьи" }';
    const { speech, said } = check("ru", yaml);
    expect(said).toBe("");
    const counts = speakIn(speech, () => [1, 2, 5, 1200].map((count) => strings.articles(count)));
    expect(counts).toEqual(["1 статья", "2 статьи", "5 статей", "1\u00A0200 статей"]);
  });
});
