/** OKLCH to sRGB, and WCAG contrast, as far as a palette needs them. */

/** Lightness 0–100 (percent), chroma from 0, hue in degrees. */
export type Oklch = { lightness: number; chroma: number; hue: number };

export const oklch = (lightness: number, chroma: number, hue: number): Oklch => ({ lightness, chroma, hue });

export const cssOf = ({ lightness, chroma, hue }: Oklch) =>
  `oklch(${round(lightness)}% ${round(chroma)} ${round((hue + 360) % 360)})`;

export function hexOf(color: Oklch): string {
  const bytes = linearRgb(color).map((channel) => Math.round(255 * encodeGamma(channel)));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2 contrast, 1 to 21. */
export function contrastOf(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(color: Oklch): number {
  const [red = 0, green = 0, blue = 0] = linearRgb(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Linear-light sRGB, clipped to 0–1. Matrices: Björn Ottosson, "A perceptual color space for image processing". */
function linearRgb({ lightness, chroma, hue }: Oklch): number[] {
  const angle = (hue * Math.PI) / 180;
  const [L, a, b] = [lightness / 100, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const long = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
}

const encodeGamma = (linear: number) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);

const round = (value: number) => Number(value.toFixed(3));
