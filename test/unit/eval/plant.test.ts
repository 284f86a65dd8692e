import { describe, expect, it } from "vitest";
import { plantAll } from "#test/eval/plant/plant.ts";
import type { Planted } from "#test/eval/plant/planter.ts";

const SUPPORT =
  "Support for Acme Mail, by Robert Fielding. On 12 March 2019 Acme Mail moved to Vienna. It costs $25 and takes 3 days. Press “Save changes” in the Leads tab. The error CANNOT_UPDATE_LEAD is in /var/log/acme/main.log. See https://acme.example/help or write to help@acme.example. It is not free. You can always enable the feature with a key, if some people must wait.";
const elsewhere = [
  "The treaty was signed by Margaret Thornbury in Lisbon, and the harbour was closed to ships.",
  "It was later bought by Hendrik in Rotterdam, who repaired the roof of the building himself.",
];
const plant = (text: string, seed = 7) => plantAll({ text, support: SUPPORT, elsewhere }, seed);
const textsOf = (planted: Planted[], kind: string) =>
  planted.filter((each) => each.kind === kind).map(({ text }) => text);

describe("a planted change", () => {
  it("is the same for the same seed", () => {
    const text = "On 12 March 2019 Acme Mail moved to Vienna.";
    expect(plant(text)).toEqual(plant(text));
  });

  it.each([
    ["figure", "It costs $25 and takes 3 days.", /€25|\$(?!25 )\d+ |takes (?!3 )|3 weeks/],
    ["date", "On 12 March 2019 Acme Mail moved to Vienna.", /On (?!12 March 2019)/],
    ["name", "It was founded by Robert Fielding.", /by (?!Robert Fielding\.)/],
    ["label", "Press “Save changes” in the Leads tab.", /“(?!Save changes”)|in the (?!Leads)/],
    ["code", "The error is CANNOT_UPDATE_LEAD here.", /is (?!CANNOT_UPDATE_LEAD )/],
  ])("of a %s leaves the rest as it was", (kind, text, changed) => {
    const planted = Array.from({ length: 20 }, (_, seed) => textsOf(plant(text, seed), kind)).flat();
    expect(planted.length).toBeGreaterThanOrEqual(20);
    for (const each of planted) expect(each).toMatch(changed);
  });

  it("of an address gives one that no source has", () => {
    const text = "See https://acme.example/help or write to help@acme.example.";
    for (let seed = 0; seed < 50; seed++) {
      const planted = textsOf(plant(text, seed), "address");
      expect(planted.length).toBeGreaterThan(4);
      for (const each of planted) {
        expect(each.split(" ").filter((word) => !SUPPORT.includes(word.replace(/[.,]$/, "")))).not.toEqual([]);
      }
    }
  });

  it("glues words of the source to an address, and writes it in other signs", () => {
    const text = "See https://acme.example/help or write to help@acme.example.";
    const planted = Array.from({ length: 60 }, (_, seed) => plant(text, seed)).flat();
    const glued = planted
      .filter(({ rule }) => rule === "glued behind")
      .map((each) => each.text.replace(/[a-z]+/g, "x"));
    for (const sign of [",x", ";x", "|x", "(x)", "@x", ",@x"])
      expect(glued.some((each) => each.includes(sign))).toBe(true);
    const rules = ["wide letter", "zero width", "soft hyphen", "percent escape", "user before the host", "wide slash"];
    for (const rule of rules) expect(planted.some((each) => each.rule === rule)).toBe(true);
  });

  it("answers no to what is so, and yes to what is not", () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    expect(seeds.flatMap((seed) => textsOf(plant("It takes 3 days.", seed), "false answer"))).toContain(
      "No, it takes 3 days.",
    );
    expect(seeds.flatMap((seed) => textsOf(plant("It is not free.", seed), "false answer"))).toContain(
      "Yes, it is not free.",
    );
    expect(seeds.flatMap((seed) => textsOf(plant("Die Genehmigung ist da.", seed), "false answer"))).toContain(
      "Nein, die Genehmigung ist da.",
    );
  });

  it("turns what a sentence says", () => {
    expect(textsOf(plant("It is not free."), "negation")).toContain("It is free.");
    expect(textsOf(plant("You can always enable the feature with a key."), "negation")).toEqual(
      expect.arrayContaining([
        "You cannot always enable the feature with a key.",
        "You can never enable the feature with a key.",
        "You can always enable the feature without a key.",
        "You can always disable the feature with a key.",
      ]),
    );
  });

  it("adds steps and features that the passage does not have", () => {
    const planted = plant("Press “Save changes” in the Leads tab.");
    expect(textsOf(planted, "added step").length).toBe(4);
    expect(textsOf(planted, "invented feature").length).toBeGreaterThanOrEqual(3);
  });

  it("is never a piece of what supports it", () => {
    for (let seed = 0; seed < 50; seed++) {
      for (const { text } of plant("It costs $25 and takes 3 days.", seed)) expect(SUPPORT).not.toContain(text);
    }
  });
});
