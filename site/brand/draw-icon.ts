/** The sign in a browser's tab, in the brand's colour: by day and by night as legible as a button is on the page. */
import { hexOf } from "#content/oklch.ts";
import { paletteOf, type Brand } from "#content/palette.ts";

/** SVG. A browser draws it by its own theme: the one that a reader chose for the hub does not reach the tab. */
export function drawIcon(brand: Brand): string {
  const palette = paletteOf(brand);
  const inks = (time: "day" | "night") =>
    `rect{fill:${hexOf(palette.brand[time])}}path{stroke:${hexOf(palette["on-brand"][time])}}`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<style>${inks("day")}@media (prefers-color-scheme:dark){${inks("night")}}</style>`,
    '<rect width="32" height="32" rx="5"/>',
    '<path d="M6 27v-8.2c0-2 .9-3.3 2.7-4.1l12.6-5.5C24.2 7.9 27 9.6 27 12.8V14" fill="none" stroke-width="4" stroke-linejoin="round"/>',
    '<path d="M14 14v13m8-15v15" stroke-width="2"/></svg>',
  ].join("");
}
