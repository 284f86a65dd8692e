/** `import script from "virtual:widget-script"`: what a host's page loads, as one classic script of its own. */
import { globSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { directionOf } from "#content/direction.ts";
import { baseOf } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import { speakIn, type Speech } from "#content/words.ts";
import { hexOf } from "#content/oklch.ts";
import { paletteOf, type Brand, type ColorName } from "#content/palette.ts";
import { strings } from "#site/strings.ts";
import { bundleScript } from "./bundle-script.ts";
import { virtual } from "./virtual.ts";

const FOLDER = path.resolve(import.meta.dirname, "../widget");
const USED: ColorName[] = ["brand", "brand-press", "on-brand", "paper", "ink", "line", "edge"];

type WidgetHub = Pick<Hub, "brand" | "languages" | "integrations">;

export function widgetScript(hub: WidgetHub, speeches: Speech[], target: string[]): Plugin {
  const bundle = () =>
    bundleScript({
      entry: path.join(FOLDER, "host/main.ts"),
      name: "handrailWidget",
      target,
      alias: { "#site": path.dirname(FOLDER) },
      plugins: [
        virtual("widget-colors", () => writeColors(hub.brand)),
        virtual("widget-words", () => writeWords(hub, speeches)),
      ],
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

/** One script for every host: what it says itself, in every language of the hub, the first one first. */
function writeWords(hub: WidgetHub, speeches: Speech[]): string {
  const languages = speeches.map((speech) => ({
    tag: speech.language,
    base: baseOf(hub, speech.language),
    dir: directionOf(speech.language),
    says: speakIn(speech, () => ({ ...strings.widget.host })),
  }));
  const hasSetups = hub.integrations.length > 0;
  return `export const hasSetups = ${hasSetups}, languages = ${JSON.stringify(languages)};`;
}
