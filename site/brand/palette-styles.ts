/** `import "virtual:palette.css"`: the palette as custom properties, so that no page needs an inline style. */
import type { Plugin } from "vite";
import { LIGHTNESS } from "#content/schema.ts";
import { cssOf, hexOf } from "#content/oklch.ts";
import { paletteOf, type Brand } from "#content/palette.ts";
import { virtual } from "../build/virtual.ts";
import { findIllegible } from "./legibility.ts";

/** @throws Error as writePalette does: a brand that cannot be read stops a build before it begins. */
export function paletteStyles(brand: Brand): Plugin {
  const css = writePalette(brand);
  return virtual("palette.css", () => css);
}

/**
 * Browsers from before light-dark() get the day in plain values.
 * @throws Error when the brand of hub.yaml cannot be read on the hub's paper; names each pair and its ratio.
 */
export function writePalette(brand: Brand): string {
  const palette = paletteOf(brand);
  const illegible = findIllegible(palette);
  if (illegible.length > 0) {
    const lightness = findLegible(brand);
    const advice = lightness === undefined ? "Try less chroma." : `With lightness: ${lightness} it can.`;
    throw new Error(`hub.yaml, brand: this colour cannot be read everywhere.\n${illegible.join("\n")}\n${advice}`);
  }
  const colors = Object.entries(palette);
  const both = colors.map(([name, { day, night }]) => `--${name}:light-dark(${cssOf(day)},${cssOf(night)})`);
  const plain = colors.map(([name, { day }]) => `--${name}:${hexOf(day)}`);
  return `:root{${both.join(";")}}@supports not (color:light-dark(#000,#fff)){:root{${plain.join(";")}}}`;
}

/** The nearest lightness, in whole percent, with which everything can be read. */
function findLegible(brand: Brand): number | undefined {
  const others = Array.from({ length: LIGHTNESS.max - LIGHTNESS.min + 1 }, (_, at) => LIGHTNESS.min + at);
  const distance = (lightness: number) => Math.abs(lightness - brand.lightness);
  return others
    .toSorted((a, b) => distance(a) - distance(b))
    .find((lightness) => findIllegible(paletteOf({ ...brand, lightness })).length === 0);
}
