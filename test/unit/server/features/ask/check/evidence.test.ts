import { expect, it } from "vitest";
import { readEvidence } from "#server/features/ask/check/evidence.ts";
import type { NumberedSource } from "#server/features/ask/sources.ts";
import { splitPassages, type Passage } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

function passageOf(id: string, text: string): Passage {
  const [passage] = splitPassages(sampleArticle(id, "ServiceTitan setup", { Approval: prose(text) }));
  if (!passage) throw new Error("no passage");
  return passage;
}
const sourceOf = (n: number, ...passages: Passage[]): NumberedSource => ({
  passages,
  source: { n, articleId: "a/b", section: "", title: "", url: "" },
});
const [one, two] = [passageOf("a/one", "Approval takes a day."), passageOf("a/two", "It costs nothing.")];

it("is shared by answers that show the same passages, under whatever number, and by no others", () => {
  const read = readEvidence([sourceOf(1, one)]);
  expect(readEvidence([sourceOf(2, one)])).toBe(read);
  for (const other of [sourceOf(1, two), sourceOf(1, one, two), sourceOf(1, passageOf("a/one", "It takes two."))])
    expect(readEvidence([other])).not.toBe(read);
});

it("is forgotten when others have been read since", () => {
  const read = readEvidence([sourceOf(1, one)]);
  for (let count = 0; count < 40; count++)
    readEvidence([sourceOf(1, passageOf(`a/of-${count}`, `It takes ${count}.`))]);
  expect(readEvidence([sourceOf(1, one)])).not.toBe(read);
});
