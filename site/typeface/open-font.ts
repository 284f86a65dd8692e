/** One weight of a typeface, from a TrueType or OpenType file: its outlines and widths, shaped as browsers shape it. */
import { Blob, Buffer, Face, Feature, Font, shape, Variation } from "harfbuzzjs";

export type Weight = "bold" | "regular";
export type OpenFont = ReturnType<typeof openFont>;
export type Weights = Record<Weight, OpenFont>;

const TABULAR = [new Feature("tnum", 1)];
const DIGITS = Array.from("0123456789");

/** `weight`: the one to take of a file that has more. */
export function openFont(file: Uint8Array, weight?: number) {
  const face = new Face(new Blob(file));
  const font = new Font(face);
  if (weight !== undefined) font.setVariations([new Variation("wght", weight)]);
  const { upem } = face;
  const outlines = new Map<number, string>();
  const widths = new Map<string, number>();
  /** In the face's units. */
  function place(text: string, features?: Feature[]) {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer, features);
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
    /** In em, word by word: breaking a title into lines asks for the same ones many times. */
    measure(text: string): number {
      const words = text.split(" ");
      return (words.reduce((sum, word) => sum + widthOf(word), 0) + (words.length - 1) * widthOf(" ")) / upem;
    },
    outlineOf: (id: number) => remember(outlines, id, () => font.glyphToPath(id)),
    /** Whether digits have one width where a page asks for that. */
    hasTabularFigures: () => new Set(DIGITS.map((digit) => place(digit, TABULAR).width)).size === 1,
    /** Of a line of text, in em. */
    extents() {
      const { ascender, descender, lineGap } = font.hExtents();
      return { ascent: ascender / upem, descent: -descender / upem, lineGap: lineGap / upem };
    },
    /** The weights that a variable file goes through; undefined where it has one. */
    range: face.getAxisInfos()["wght"],
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
