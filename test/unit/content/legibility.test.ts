import { describe, expect, it } from "vitest";
import { describeIllegible, findIllegible } from "#content/legibility.ts";
import { contrastOf, hexOf, oklch } from "#content/oklch.ts";
import { writePalette } from "#site/brand/palette-styles.ts";
import { paletteOf } from "#content/palette.ts";

const prussian = { hue: 240, chroma: 0.105, lightness: 42 };

describe("the palette", () => {
  it.each([
    ["Prussian blue", prussian],
    ["bottle green", { hue: 162, chroma: 0.085, lightness: 41 }],
    ["brick", { hue: 30, chroma: 0.13, lightness: 40 }],
    ["umber", { hue: 70, chroma: 0.08, lightness: 38 }],
    ["graphite", { hue: 260, chroma: 0.01, lightness: 30 }],
  ])("can be read by day and night in %s", (_name, brand) => {
    expect(findIllegible(paletteOf(brand))).toEqual([]);
  });

  it("stays legible at every hue", () => {
    const hues = Array.from({ length: 36 }, (_, index) => index * 10);
    expect(hues.flatMap((hue) => findIllegible(paletteOf({ ...prussian, hue })))).toEqual([]);
  });

  it("is refused when the brand is too light, with each pair and its ratio", () => {
    expect(describeIllegible({ hue: 100, chroma: 0.18, lightness: 60 })).toMatch(
      /"brand" on "paper" by day has a contrast of \d\.\d\d:1 and needs 4\.5:1/,
    );
  });

  it("names the nearest lightness with which it can be read", () => {
    const brand = { hue: 100, chroma: 0.18, lightness: 60 };
    const refused = describeIllegible(brand);
    expect(refused).toMatch(/With lightness: \d\d it can\./);
    let lightness = brand.lightness - 1;
    while (findIllegible(paletteOf({ ...brand, lightness })).length > 0) lightness -= 1;
    expect(refused).toContain(`With lightness: ${lightness} it can.`);
  });

  it("gives browsers without light-dark() the day in plain values", () => {
    const css = writePalette(prussian);
    expect(css).toContain("--paper:light-dark(oklch(98.5% 0.004 115),");
    expect(css).toMatch(/@supports not \(color:light-dark\(#000,#fff\)\)\{:root\{[^}]*--paper:#fafaf7/);
  });
});

describe("OKLCH", () => {
  it("agrees with CSS on what white, black and pure red are", () => {
    expect(hexOf(oklch(100, 0, 0))).toBe("#ffffff");
    expect(hexOf(oklch(0, 0, 0))).toBe("#000000");
    expect(hexOf(oklch(62.796, 0.25768, 29.234))).toBe("#ff0000");
  });

  it("measures black on white as WCAG does", () => {
    expect(contrastOf(oklch(0, 0, 0), oklch(100, 0, 0))).toBeCloseTo(21, 1);
  });
});
