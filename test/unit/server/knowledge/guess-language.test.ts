import { expect, it } from "vitest";
import { guessLanguage } from "#server/knowledge/guess-language.ts";

it.each([
  ["kontakte fehlen in hubspot aber es kommt keine fehlermeldung", "de"],
  ["kann man pipedrive schon verbinden", "de"],
  ["hab seit gestern keine leads", "de"],
  ["Wo finde ich das", "de"],
  ["how do i connect hubspot to the hub", "en"],
  ["man, the sync is gone", "en"],
  ["was the lead converted", null],
  ["servicetitan tenant id", null],
])("“%s” is in %s", (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
