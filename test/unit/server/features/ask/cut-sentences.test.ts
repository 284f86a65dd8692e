import process from "node:process";
import { describe, expect, it } from "vitest";
import { createSentenceCutter } from "#server/features/ask/model/cut-sentences.ts";

const TEXT = `Open the CRM tab, e.g. from the menu. [1] Press Connect! [2, 3] It takes 1.5 days.[1][2] Done
1. Sign in. [4]
2. Save "all of it." Then wait [5]`;
const SENTENCES = [
  { text: "Open the CRM tab, e.g. from the menu.", citations: [1] },
  { text: "Press Connect!", citations: [2, 3] },
  { text: "It takes 1.5 days.", citations: [1, 2] },
  { text: "Done", citations: [] },
  { text: "1. Sign in.", citations: [4] },
  { text: '2. Save "all of it."', citations: [] },
  { text: "Then wait", citations: [5] },
];

const cut = (text: string, size: number) => {
  const cutter = createSentenceCutter();
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
};

it.each([1, 2, 3, 7, 50, 1000])("cuts the same sentences from pieces of %i characters", (size) => {
  expect(cut(TEXT, size)).toEqual(SENTENCES);
});

it("cuts no name or German abbreviation in two", () => {
  const text = "Ask Prof. Meier of Acme Ltd. in Bonn. [1] Es dauert ca. 2 Tage, z. B. am Montag. [2]";
  expect(cut(text, 3).map((sentence) => sentence.text)).toEqual([
    "Ask Prof. Meier of Acme Ltd. in Bonn.",
    "Es dauert ca. 2 Tage, z. B. am Montag.",
  ]);
});

it.each([
  ["Open the tab. [1], [2] Then wait. [3]", [[1, 2], [3]]],
  ["It takes two days. [Passage 1]", [[1]]],
  ["It is made by hand. [1-3]", [[1, 2, 3]]],
  ["Press it. [source 2; source 4]", [[2, 4]]],
])("reads the citations of %j, and leaves nothing of them", (text, citations) => {
  const sentences = cut(text, 1000);
  expect(sentences.map((sentence) => sentence.citations)).toEqual(citations);
  expect(sentences.map((sentence) => sentence.text).join(" ")).toBe(text.replace(/,? \[[^\]]+\]/g, ""));
});

describe("a sentence with its citations, and nothing after it", () => {
  const begun = (text: string) => {
    const cutter = createSentenceCutter();
    expect(cutter.push(text)).toEqual([]);
    return cutter;
  };

  it("is taken at once where that suffices, and not again", () => {
    const cutter = begun("Press Connect! [2]");
    expect(cutter.takeCited(() => true)).toEqual([{ text: "Press Connect!", citations: [2] }]);
    expect([...cutter.push(" [3] Wait. [4]"), ...cutter.end()]).toEqual([{ text: "Wait.", citations: [4] }]);
  });

  it("was all, whatever stands between it and more citations", () => {
    const cutter = begun("Press Connect! [2]");
    expect(cutter.takeCited(() => true)).toHaveLength(1);
    expect([...cutter.push(", [3] Wait. [4]"), ...cutter.end()]).toEqual([{ text: "Wait.", citations: [4] }]);
  });

  it("waits for more citations where it does not", () => {
    const cutter = begun("Press Connect! [2]");
    expect(cutter.takeCited(() => false)).toEqual([]);
    expect(cutter.push("[3] Wait")).toEqual([{ text: "Press Connect!", citations: [2, 3] }]);
  });

  it.each(["Press Connect [2]", "Press Connect.", "Press Connect. [2", "[2]", ""])("is not “%s”", (text) => {
    expect(begun(text).takeCited(() => true)).toEqual([]);
  });
});

it("cuts what never ends, without looking through all of it again for every piece", () => {
  const began = process.cpuUsage(); // of this process: others may keep it waiting
  for (const endless of ["[1]", "e.g. ", "“a", "1.", "] "]) {
    const sentences = cut(endless.repeat(6000 / endless.length), 1);
    expect(Math.max(...sentences.map(({ text }) => text.length))).toBeLessThanOrEqual(1000);
  }
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
});
