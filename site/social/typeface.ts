/**
 * The hub's typeface as outlines, so that a picture looks the same on every machine. The pages' own file is a part of it
 * for browsers, as WOFF2; what stands here is the whole family's two weights as they were published.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";

export type Weight = "bold" | "regular";
type Placed = { x: number; y: number; size: number; weight: Weight; fill: string };
export type Typeface = {
  /** In em, kerned. */
  measure: (text: string, weight: Weight) => number;
  /** SVG of one line; `y` is its baseline. */
  draw: (text: string, at: Placed) => string;
  has: (sign: string) => boolean;
};

const FILES: Record<Weight, string> = {
  bold: path.join(import.meta.dirname, "atkinson-next-bold.ttf"),
  regular: path.join(import.meta.dirname, "atkinson-next-regular.ttf"),
};

export function openTypeface(): Typeface {
  const weights = { bold: openWeight(FILES.bold), regular: openWeight(FILES.regular) };
  return {
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
  };
}

function openWeight(file: string) {
  const face = new Face(new Blob(readFileSync(file)));
  const font = new Font(face);
  const { upem } = face;
  const outlines = new Map<number, string>();
  const widths = new Map<string, number>();
  /** In the face's units. */
  function place(text: string) {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    let width = 0;
    const positions = buffer.getGlyphPositions();
    const glyphs = buffer.getGlyphInfos().map(({ codepoint: id }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const at = `${width + xOffset} ${yOffset}`;
      width += xAdvance;
      return { id, at };
    });
    return { glyphs, width };
  }
  const widthOf = (word: string) => remember(widths, word, () => place(word).width);
  return {
    place,
    upem,
    signs: new Set(face.collectUnicodes()),
    /** Word by word: breaking a title into lines asks for the same ones many times. */
    measure(text: string): number {
      const words = text.split(" ");
      return (words.reduce((sum, word) => sum + widthOf(word), 0) + (words.length - 1) * widthOf(" ")) / upem;
    },
    outlineOf: (id: number) => remember(outlines, id, () => font.glyphToPath(id)),
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
