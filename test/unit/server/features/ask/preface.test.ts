import { expect, it } from "vitest";
import { readPreface } from "#server/features/ask/preface.values.ts";

const own = (text: string) => ({ text, citations: [] });
const cited = { text: "Corals grow.", citations: [1] };

it.each([
  [
    [own("Only a part."), own("Of each."), cited],
    ["Only a part.", "Of each."],
  ],
  [[own("Of each."), own("How do corals grow?"), cited, own("And reefs?"), cited], ["Of each."]],
  [[own("Of each."), own("Corals:"), cited], ["Of each."]],
  [[cited, own("The rest is not here.")], []],
  [[own("Not found.")], ["Not found."]],
])("of %j it is %j", (sentences, preface) => {
  expect(readPreface(sentences).map(({ text }) => text)).toEqual(preface);
});
