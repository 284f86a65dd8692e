/** Which colours must be told apart, and by how much. */
import { contrastOf } from "./oklch.ts";
import { paletteOf, type Brand, type ColorName, type Palette } from "./palette.ts";
import { LIGHTNESS } from "./schema.ts";

const INKS: ColorName[] = ["ink", "ink-2", "ink-3", "brand", "brand-press", "ok", "warning", "failed", "unknown"];
const on = (paper: ColorName, inks: ColorName[]) => inks.map((ink): [ColorName, ColorName] => [ink, paper]);

/** Text: WCAG 1.4.3. */
const TEXT = [
  ...on("paper", INKS),
  ...on("paper-2", INKS),
  ...on("paper-3", ["ink", "ink-2", "brand-press"]),
  ...on("brand-wash", ["ink", "ink-2", "brand"]),
  ...on("failed-wash", ["ink", "failed"]),
  ...on("mark", ["ink", "ink-2"]),
  ...on("brand", ["on-brand"]),
  ...on("brand-press", ["on-brand"]),
];
/** Edges of controls, and the rail: WCAG 1.4.11. */
const SHAPES = [...on("paper", ["edge", "rail", "brand"]), ...on("paper-2", ["edge", "rail"])];

/** One sentence for each pair that cannot be told apart; empty when all can. */
export function findIllegible(palette: Palette): string[] {
  return [...TEXT.map((pair) => [...pair, 4.5] as const), ...SHAPES.map((pair) => [...pair, 3] as const)].flatMap(
    ([front, back, needed]) =>
      (["day", "night"] as const).flatMap((time) => {
        const ratio = contrastOf(palette[front][time], palette[back][time]);
        if (ratio >= needed) return [];
        return [`"${front}" on "${back}" by ${time} has a contrast of ${ratio.toFixed(2)}:1 and needs ${needed}:1`];
      }),
  );
}

/** What is wrong with a brand that cannot be read on the hub's paper: each pair with its ratio, and what to write. Null when all can be read. */
export function describeIllegible(brand: Brand): string | null {
  const illegible = findIllegible(paletteOf(brand));
  if (illegible.length === 0) return null;
  const lightness = findLegible(brand);
  const advice = lightness === undefined ? "Try less chroma." : `With lightness: ${lightness} it can.`;
  return `this colour cannot be read everywhere.\n${illegible.join("\n")}\n${advice}`;
}

/** The nearest lightness, in whole percent, with which everything can be read. */
function findLegible(brand: Brand): number | undefined {
  const others = Array.from({ length: LIGHTNESS.max - LIGHTNESS.min + 1 }, (_, at) => LIGHTNESS.min + at);
  const distance = (lightness: number) => Math.abs(lightness - brand.lightness);
  return others
    .toSorted((a, b) => distance(a) - distance(b))
    .find((lightness) => findIllegible(paletteOf({ ...brand, lightness })).length === 0);
}
