import { afterEach, expect, test, vi } from "vitest";
import { directionOf } from "#content/direction.ts";
import { packerIn } from "#site/build/words-plugin.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const DAYS = { one: "{count} day of {days}", other: "{count} days of {days}" };

/** As a page in a language says it, with what the build packed for it. */
async function sayIn(lang: string, message: string | Record<string, string>, names: string[]) {
  vi.stubGlobal("document", { documentElement: { lang, dir: directionOf(lang) } });
  const { say } = await import("#site/islands/say.ts");
  return say(packerIn(lang)(message), names);
}

test.each([
  ["en", [0, 1, 2], ["0 days of 90", "1 day of 90", "2 days of 90"]],
  ["de", [0, 1, 1_234], ["0 days of 90", "1 day of 90", "1.234 days of 90"]],
  // none is counted as one is
  ["fr", [0, 1, 2], ["0 day of 90", "1 day of 90", "2 days of 90"]],
])("two forms in %s", async (lang, counts, texts) => {
  const days = await sayIn(lang, DAYS, ["count", "days"]);
  expect(counts.map((count) => days(count, 90))).toEqual(texts);
});

test("as many forms as a language has, and what it has no form for", async () => {
  const days = await sayIn("pl", { one: "{count} dzień", few: "{count} dni", many: "{count} dni razem", other: "" }, [
    "count",
  ]);
  expect([1, 3, 5, 22].map((count) => days(count))).toEqual(["1 dzień", "3 dni", "5 dni razem", "22 dni"]);
});

test("what is read from the left keeps its question mark in a text from the right", async () => {
  const asked = await sayIn("ar", "“{question}”", ["question"]);
  expect(asked("Why?")).toBe("“\u200EWhy?\u200E”");
});

test("a form that the language has not is never said", async () => {
  const days = await sayIn("ja", DAYS, ["count", "days"]);
  expect(days(1, 90)).toBe("1 days of 90");
});

test("no Intl is made for small numbers, nor for plurals of one and other", async () => {
  const days = await sayIn("en", DAYS, ["count", "days"]);
  const [rules, numbers] = [vi.spyOn(Intl, "PluralRules"), vi.spyOn(Intl, "NumberFormat")];
  expect(days(2, 90)).toBe("2 days of 90");
  expect(rules).not.toHaveBeenCalled();
  expect(numbers).not.toHaveBeenCalled();
  expect(days(1_000, 90)).toBe("1,000 days of 90");
  expect(numbers).toHaveBeenCalledOnce();
});

test("what has digits of its own is not written in ours", async () => {
  const days = await sayIn("fa", DAYS, ["count", "days"]);
  expect(days(12, 90)).toBe("۱۲ days of ۹۰");
  const { WITH_OUR_DIGITS } = await import("#site/islands/say.ts");
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const languages = letters.flatMap((first) => letters.map((second) => first + second));
  const listed = Intl.NumberFormat.supportedLocalesOf(languages).filter((each) => WITH_OUR_DIGITS.test(each));
  expect(listed.length).toBeGreaterThan(30);
  expect(listed.filter((each) => new Intl.NumberFormat(each).format(999) !== "999")).toEqual([]);
});

test("a text without forms is itself, and what is not given stays to be seen", async () => {
  const text = await sayIn("en", "from {a} to {b}", ["a", "b"]);
  expect(text("here")).toBe("from here to {b}");
});
