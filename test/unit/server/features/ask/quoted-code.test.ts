import { describe, expect, it } from "vitest";
import type { KnowledgeBlock } from "#content/knowledge.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { prose } from "#test/fakes/knowledge.ts";
import { hubOf, write } from "#test/support/quotes.ts";

describe("code in an answer of the articles' own words", () => {
  it("shows code line by line after what announces it, and never in a line with words", () => {
    const code: KnowledgeBlock[] = [
      { type: "prose", text: "reef.ts", code: "" },
      { type: "prose", text: "if (light) { grow(); }", code: "if (light) {\n  grow();\n}" },
    ];
    const announced = [...prose("Let staghorn coral grow by this:"), ...code, ...prose("Storms break staghorn coral.")];
    expect(write(hubOf({ "": announced }), "how does staghorn coral grow").pieces).toEqual([
      { text: "Let staghorn coral grow by this:", citations: [1] },
      { text: "if (light) {\n  grow();\n}", citations: [1], code: true },
      { text: "Storms break staghorn coral.", citations: [1] },
    ]);
    const alone = hubOf({ "": prose("Corals need light."), "Staghorn coral": code });
    expect(write(alone, "staghorn coral").pieces).toContainEqual({
      text: "if (light) {\n  grow();\n}",
      citations: [1],
      code: true,
    });
  });

  it("shows a step's code below the words before it, wherever it stands", () => {
    const step = { type: "step", id: "plant", number: 2, title: "Plant the coral", expect: "It stands." } as const;
    const code = { text: "plant();\nwait();", code: true } as const;
    const planting = (text: string, parts: { text: string; code?: true }[]) =>
      write(hubOf({ Planting: [{ ...step, text, parts }] }), "how do I plant the coral").pieces;
    expect(
      planting("Run this: plant(); wait(); Then go.", [{ text: "Run this:" }, code, { text: "Then go." }]),
    ).toEqual([
      { text: "2. Plant the coral. Run this:", citations: [1] },
      { ...code, citations: [1] },
      { text: "Then go.", citations: [1] },
    ]);
    expect(planting("plant(); wait();", [code])).toEqual([
      { text: "2. Plant the coral.", citations: [1] },
      { ...code, citations: [1] },
    ]);
  });

  it("tells the tabs of a step apart, and keeps those that the question names", () => {
    const parts = [
      { text: "Choose a place:" },
      { text: "Reef: Plant it in shade.", tab: "Reef" },
      { text: "Tank: Plant it in light.", tab: "Tank" },
      { text: "Then wait." },
    ];
    const text = parts.map((part) => part.text).join(" ");
    const step = { type: "step", id: "plant", number: 2, title: "Plant the coral", text, parts } as const;
    const said = (question: string) => write(hubOf({ Planting: [step] }), question).pieces.map((piece) => piece.text);
    expect(said("how do I plant the coral")).toEqual([
      "2. Plant the coral. Choose a place:",
      "Reef: Plant it in shade.",
      "Tank: Plant it in light.",
      "Then wait.",
    ]);
    expect(said("how do I plant the coral in my tank")).toEqual([
      "2. Plant the coral. Choose a place:",
      "Tank: Plant it in light.",
      "Then wait.",
    ]);
  });

  describe("code in tabs", () => {
    const tab = (label: string, code: string): KnowledgeBlock => ({ type: "prose", text: `${label}: ${code}`, code });
    const tabs = [tab("npm", "npm install coral"), tab("pnpm", "pnpm add coral"), tab("pnpm 9", "pnpm9 add coral")];
    const announced = hubOf({ "": [...prose("Install the staghorn coral:"), ...tabs, ...prose("Then wait.")] });
    const pieces = (index: KnowledgeIndex, question: string) =>
      write(index, question).pieces.map(({ text, code }) => (code ? [text] : text));

    it("says of which tab it is", () => {
      expect(pieces(announced, "how do I install the staghorn coral")).toEqual([
        "Install the staghorn coral: npm:",
        ["npm install coral"],
      ]);
    });

    it("is of the tab that the question names", () => {
      expect(pieces(announced, "how do I install the staghorn coral by pnpm").slice(0, 2)).toEqual([
        "Install the staghorn coral: pnpm:",
        ["pnpm add coral"],
      ]);
      expect(pieces(announced, "install the staghorn coral, pnpm 9")[0]).toBe("Install the staghorn coral: pnpm 9:");
    });

    it("says so where nothing announces it, and no second time where its own tab does", () => {
      expect(pieces(hubOf({ "": prose("Corals."), "Staghorn coral": tabs }), "staghorn coral pnpm")).toEqual([
        "pnpm:",
        ["pnpm add coral"],
      ]);
      const own = [...prose("npm: Install the staghorn coral by this:"), tabs[0]!];
      expect(pieces(hubOf({ "": own }), "how do I install the staghorn coral")).toEqual([
        "npm: Install the staghorn coral by this:",
        ["npm install coral"],
      ]);
    });
  });

  it("cuts code that is long between its lines", () => {
    const line = `grow("staghorn", ${"1".repeat(80)});`;
    const code = Array.from({ length: 40 }, () => line).join("\n");
    const blocks: KnowledgeBlock[] = [
      ...prose("Let staghorn coral grow by calling this as often as you like:"),
      { type: "prose", text: code.replace(/\s+/g, " "), code },
    ];
    const [, shown] = write(hubOf({ "": blocks }), "how does staghorn coral grow").pieces;
    expect(shown?.text.split("\n")).toEqual([...Array.from({ length: 12 }, () => line), "…"]);
    const whole = "x".repeat(5000);
    const [, cut] = write(
      hubOf({ "": [blocks[0]!, { type: "prose", text: whole, code: whole }] }),
      "staghorn coral",
    ).pieces;
    expect(cut?.text).toBe(`${"x".repeat(1200)}\n…`);
  });
});
