import { expect, it } from "vitest";
import { splitSentences } from "#server/knowledge/sentences.ts";

it.each([
  ["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
  ["It takes 1.5 days, e.g. Monday. “Then?” Yes.", ["It takes 1.5 days, e.g. Monday.", "“Then?”", "Yes."]],
  ["Open monday.com. Press (the) button.) Done.", ["Open monday.com.", "Press (the) button.)", "Done."]],
  ["Johnston and Gen. Beauregard won. He left.", ["Johnston and Gen. Beauregard won.", "He left."]],
  [
    "Das dauert ca. 2 Tage, z. B. am Montag. Dann geht es.",
    ["Das dauert ca. 2 Tage, z. B. am Montag.", "Dann geht es."],
  ],
  ["", []],
])("splits %j where a sentence ends", (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});
