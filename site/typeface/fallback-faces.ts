/**
 * Faces that are there already, as wide and as high as the hub's typeface: nothing moves when that arrives. Desks have the
 * first, phones the second, small Linux systems the third.
 */
import type { Weight } from "./open-font.ts";

/** Of a typeface: what a line of it takes in em, and how wide text is beside the same in the standard one. */
export type Metrics = { ascent: number; descent: number; lineGap: number; width: number };

/** `size`: as wide as the standard typeface, measured over sentences of the articles. */
const FACES = [
  {
    family: "Fallback Arial",
    regular: { local: ["Arial", "Liberation Sans", "Helvetica"], size: 0.976 },
    bold: { local: ["Arial Bold", "Liberation Sans Bold", "Helvetica Bold"], size: 0.966 },
  },
  {
    family: "Fallback Roboto",
    regular: { local: ["Roboto", "Roboto-Regular"], size: 0.984 },
    bold: { local: ["Roboto Bold", "Roboto-Bold"], size: 1.035 },
  },
  {
    family: "Fallback DejaVu",
    regular: { local: ["DejaVu Sans"], size: 0.882 },
    bold: { local: ["DejaVu Sans Bold"], size: 0.825 },
  },
];
export const FALLBACKS = FACES.map(({ family }) => family);

/** What `font-weight` of a face is: 600 is bold, where there are two. */
export const RANGES: Record<Weight, string> = { regular: "400", bold: "600 700" };

export const writeFallbacks = (metrics: Record<Weight, Metrics>): string =>
  FACES.flatMap((face) =>
    (["regular", "bold"] as const).map((weight) => writeFace(face.family, weight, face[weight], metrics[weight])),
  ).join("");

function writeFace(
  family: string,
  weight: Weight,
  { local, size: standard }: { local: string[]; size: number },
  { ascent, descent, lineGap, width }: Metrics,
): string {
  const size = standard * width;
  const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`;
  return [
    `@font-face{font-family:"${family}";src:${local.map((name) => `local("${name}")`).join(",")}`,
    `font-weight:${RANGES[weight]};size-adjust:${percent(size)};ascent-override:${percent(ascent / size)}`,
    `descent-override:${percent(descent / size)};line-gap-override:${percent(lineGap / size)}}`,
  ].join(";");
}
