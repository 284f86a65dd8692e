/** The hub's typeface as outlines, so that a picture looks the same on every machine. */
import type { Weight, Weights } from "#site/typeface/open-font.ts";

type Placed = { x: number; y: number; size: number; weight: Weight; fill: string };
export type Typeface = {
  /** In em, kerned. */
  measure: (text: string, weight: Weight) => number;
  /** SVG of one line; `y` is its baseline. */
  draw: (text: string, at: Placed) => string;
  has: (sign: string) => boolean;
};

export const typefaceOf = (weights: Weights): Typeface => ({
  measure: (text, weight) => weights[weight].measure(text),
  draw(text, { x, y, size, weight, fill }) {
    const drawn = weights[weight];
    const scale = size / drawn.upem;
    const outlines = drawn
      .place(text)
      .glyphs.map(({ id, at }) => `<path transform="translate(${at})" d="${drawn.outlineOf(id)}"/>`);
    return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${outlines.join("")}</g>`;
  },
  has: (sign) => weights.bold.signs.has(sign.codePointAt(0) ?? 0),
});
