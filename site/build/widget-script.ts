/** `import script from "virtual:widget-script"`: what a host's page loads, as one classic script of its own. */
import { globSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "vite";
import { hexOf } from "#site/brand/oklch.ts";
import { paletteOf, type Brand, type ColorName } from "#site/brand/palette.ts";

const FOLDER = path.resolve(import.meta.dirname, "../widget");
const USED: ColorName[] = ["brand", "brand-press", "on-brand", "paper", "ink", "line", "edge"];

export function widgetScript(brand: Brand, target: string[]): Plugin {
  const bundle = async (): Promise<string> => {
    const result = await build({
      configFile: false,
      logLevel: "error",
      plugins: [virtual("widget-colors", () => writeColors(brand))],
      resolve: { alias: { "#site": path.dirname(FOLDER) } },
      build: {
        write: false,
        target,
        // what it declares must be nobody else's, also where it stands in a page twice
        lib: { entry: path.join(FOLDER, "host/main.ts"), formats: ["iife"], name: "handrailWidget" },
      },
    });
    const [output] = [result].flat();
    const code = output && "output" in output ? output.output[0].code : "";
    // a constant, so that the line itself is `export default "…"`
    return `export default ${JSON.stringify(code.trim())};`;
  };
  return {
    ...virtual("widget-script", bundle),
    buildStart() {
      for (const file of globSync("{host/*,messages}.ts", { cwd: FOLDER })) this.addWatchFile(path.join(FOLDER, file));
    },
  };
}

function virtual(name: string, write: () => string | Promise<string>): Plugin {
  const resolved = `\0${name}`;
  return {
    name: `handrail:${name}`,
    resolveId: (id) => (id === `virtual:${name}` ? resolved : undefined),
    load: (id) => (id === resolved ? write() : undefined),
  };
}

function writeColors(brand: Brand): string {
  const palette = paletteOf(brand);
  const of = (time: "day" | "night") => Object.fromEntries(USED.map((name) => [name, hexOf(palette[name][time])]));
  return `export const day = ${JSON.stringify(of("day"))}, night = ${JSON.stringify(of("night"))};`;
}
