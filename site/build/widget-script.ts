/** `import script from "virtual:widget-script"`: what a host's page loads, as one classic script of its own. */
import { globSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { hexOf } from "#site/brand/oklch.ts";
import { paletteOf, type Brand, type ColorName } from "#site/brand/palette.ts";
import { bundleScript, virtual } from "./bundle-script.ts";

const FOLDER = path.resolve(import.meta.dirname, "../widget");
const USED: ColorName[] = ["brand", "brand-press", "on-brand", "paper", "ink", "line", "edge"];

export function widgetScript(brand: Brand, target: string[]): Plugin {
  const bundle = () =>
    bundleScript({
      entry: path.join(FOLDER, "host/main.ts"),
      name: "handrailWidget",
      target,
      alias: { "#site": path.dirname(FOLDER) },
      plugins: [virtual("widget-colors", () => writeColors(brand))],
    });
  return {
    ...virtual("widget-script", bundle),
    buildStart() {
      for (const file of globSync("{host/*,messages}.ts", { cwd: FOLDER })) this.addWatchFile(path.join(FOLDER, file));
    },
  };
}

function writeColors(brand: Brand): string {
  const palette = paletteOf(brand);
  const of = (time: "day" | "night") => Object.fromEntries(USED.map((name) => [name, hexOf(palette[name][time])]));
  return `export const day = ${JSON.stringify(of("day"))}, night = ${JSON.stringify(of("night"))};`;
}
