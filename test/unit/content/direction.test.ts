import { describe, expect, it } from "vitest";
import { marksOf, standIn, valueIn } from "#content/direction.ts";
import { hubIn } from "#content/languages.ts";
import { defineWords, englishIn, speakIn, type Translation } from "#content/words.ts";

const LTR = "\u200E";
const RTL = "\u200F";
const speechOf = (language: string, says: Translation = new Map()) => ({ language, locale: language, says });

describe("texts of another language than the page's", () => {
  it("are marked with their language, and with their direction where it is another one", () => {
    expect(marksOf("de", "en")).toEqual({ lang: "de" });
    expect(marksOf("en", "he")).toEqual({ lang: "en", dir: "ltr" });
    expect(marksOf("he", "he")).toEqual({});
  });

  it("stand between signs of their direction where no mark can stand", () => {
    expect(standIn("Which one?", "en", "ar")).toBe(`${LTR}Which one?${LTR}`);
    expect(standIn("אין עמוד.", "he", "en")).toBe(`${RTL}אין עמוד.${RTL}`);
    expect(standIn("Welche?", "de", "en")).toBe("Welche?");
    expect(standIn("", "en", "ar")).toBe("");
  });
});

describe("a value in a text that runs the other way", () => {
  it("keeps its own signs on its side", () => {
    expect(valueIn("rtl", "Why (v2.1)?")).toBe(`${LTR}Why (v2.1)?${LTR}`);
    expect(valueIn("ltr", "למה.")).toBe(`${RTL}למה.${RTL}`);
  });

  it("stays as it is where there is nothing to keep", () => {
    for (const value of ["HubSpot", "a@example.com", `${LTR}Why?${LTR}`, "12 %", "…", ""])
      expect(valueIn("rtl", value)).toBe(value);
    expect(valueIn("ltr", "Why?")).toBe("Why?");
  });

  it("is what a text is filled with", () => {
    const words = defineWords("valueTest", { asked: "“{question}”" });
    expect(speakIn(speechOf("ar"), () => words.asked("Why?"))).toContain(`“${LTR}Why?${LTR}”`);
  });
});

describe("words that nobody has translated", () => {
  const t = defineWords("directionTest", {
    ask: "Which one?",
    said: "Both?",
    minutes: { one: "{count} minute", other: "{count} minutes" },
  });

  it("keep their signs on their side in a page that is read from the right", () => {
    const arabic = speechOf("ar", new Map([["directionTest.said", "كلاهما؟"]]));
    const said = speakIn(arabic, () => [t.ask, t.said, t.minutes(3)]);
    expect(said).toEqual([`${LTR}Which one?${LTR}`, "كلاهما؟", expect.stringMatching(`^${LTR}.* minutes?${LTR}$`)]);
  });

  it("are as they are in one that is read from the left", () => {
    expect(speakIn(speechOf("de"), () => t.ask)).toBe("Which one?");
    expect(englishIn("de", t.said)).toBe("Both?");
  });

  it("and so do an operator's", () => {
    const topic = { id: "start", title: "Where to start?", summary: "First." };
    const hub = {
      languages: ["en", "ar"],
      product: { name: "Acme", hub: "Help", description: "All of it." },
      topics: [topic, { ...topic, id: "next" }],
      notice: "A sample.",
      translations: { ar: { topics: { next: { title: "ماذا بعد؟", summary: "ثانيا." } } } },
    };
    const spoken = hubIn(hub, "ar");
    expect(spoken.topics.map(({ title }) => title)).toEqual([`${LTR}Where to start?${LTR}`, "ماذا بعد؟"]);
    expect([spoken.notice, spoken.product.description]).toEqual([`${LTR}A sample.${LTR}`, `${LTR}All of it.${LTR}`]);
    expect(spoken.product.name).toBe("Acme");
    expect(hubIn(hub, "en")).toEqual(hub);
  });
});
