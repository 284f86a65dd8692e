import { describe, expect, test } from "vitest";
import { chooseLanguage } from "#site/widget/host/choose-language.ts";

const choose = (hub: [string, ...string[]], wanted: string): string => {
  const [first, ...others] = hub;
  return chooseLanguage([{ tag: first }, ...others.map((tag) => ({ tag }))], wanted).tag;
};

describe("the language of the widget", () => {
  test.each([
    ["de", "de"],
    ["DE", "de"],
    ["de-AT", "de"],
    ["de_AT", "de"],
    ["de-Latn-AT-1996", "de"],
    ["pt-BR", "pt-BR"],
    ["pt-br", "pt-BR"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["zh-Hant-TW", "zh-Hant"],
  ])("of a page in %s is %s", (wanted, tag) =>
    expect(choose(["en", "de", "pt-BR", "zh", "zh-Hant"], wanted)).toBe(tag),
  );

  test.each(["fr", "d", "den", "", "-", "constructor"])(
    "is the hub’s first for “%s”, which it does not speak",
    (wanted) => expect(choose(["en", "de"], wanted)).toBe("en"),
  );

  test("is the first of a family where the hub has several", () =>
    expect(choose(["en", "de-CH", "de-AT"], "de")).toBe("de-CH"));
});
