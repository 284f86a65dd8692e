/** `import "virtual:palette.css"`: the palette as custom properties, so that no page needs an inline style. */
import type { Plugin } from "vite";
import { cssOf, hexOf } from "#content/oklch.ts";
import { paletteOf, type Brand } from "#content/palette.ts";
import { virtual } from "../build/virtual.ts";

export function paletteStyles(brand: Brand): Plugin {
  const css = writePalette(brand);
  return virtual("palette.css", () => css);
}

/** Browsers from before light-dark() get the day in plain values. That it can be read, hub.yaml is held to (content/check-own.ts). */
export function writePalette(brand: Brand): string {
  const palette = paletteOf(brand);
  const colors = Object.entries(palette);
  const both = colors.map(([name, { day, night }]) => `--${name}:light-dark(${cssOf(day)},${cssOf(night)})`);
  const plain = colors.map(([name, { day }]) => `--${name}:${hexOf(day)}`);
  return `:root{${both.join(";")}}@supports not (color:light-dark(#000,#fff)){:root{${plain.join(";")}}}`;
}
