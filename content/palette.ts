/** Every colour of the hub, by day and by night, from the tenant's three numbers. */
import type { Hub } from "./schema.ts";
import { oklch, type Oklch } from "./oklch.ts";

export type Brand = Hub["brand"];
export type Tone = { day: Oklch; night: Oklch };
export type Palette = Record<ColorName, Tone>;
export type ColorName = keyof ReturnType<typeof paletteOf>;

/** Hue of the paper by day: a neutral with a trace of green-yellow, whatever the brand. */
const PAPER = 115;

/** Day is print: ink on neutral paper. Night is a blueprint: paper and lines take the brand's hue. */
export function paletteOf({ hue, chroma, lightness }: Brand) {
  // How much of the hue the night takes: follows the brand's chroma, held back so that grey brands stay grey and loud ones readable.
  const tint = Math.min(0.45, chroma * 4.3);
  const at = (degrees: number) => hue + degrees;
  return {
    brand: tone(oklch(lightness, chroma, hue), oklch(83, tint * 0.19, at(-10))),
    "brand-press": tone(oklch(lightness - 9, chroma, hue), oklch(90, tint * 0.13, at(-10))),
    "brand-wash": tone(oklch(94.4, chroma * 0.19, hue), oklch(33, tint * 0.13, at(4))),
    "brand-half": tone(oklch(73, chroma * 0.8, hue), oklch(58, tint * 0.2, at(-10))),
    "on-brand": tone(oklch(99, 0.004, PAPER), oklch(20, 0.04, hue)),
    paper: tone(oklch(98.5, 0.004, PAPER), oklch(24.5, tint * 0.1, at(6))),
    "paper-2": tone(oklch(96, 0.006, PAPER), oklch(27.8, tint * 0.11, at(6))),
    "paper-3": tone(oklch(92.6, 0.008, PAPER), oklch(33, tint * 0.12, at(6))),
    line: tone(oklch(86.5, 0.009, PAPER), oklch(40, tint * 0.12, at(4))),
    edge: tone(oklch(61, 0.014, hue), oklch(60, tint * 0.1, hue)),
    rail: tone(oklch(63, 0.016, hue), oklch(58, tint * 0.12, hue)),
    ink: tone(oklch(24, 0.028, hue), oklch(94.5, 0.008, hue)),
    "ink-2": tone(oklch(39, 0.022, hue), oklch(82, 0.018, hue)),
    "ink-3": tone(oklch(48, 0.018, hue), oklch(76, 0.026, hue)),
    ok: tone(oklch(45, 0.11, 155), oklch(80, 0.14, 158)),
    warning: tone(oklch(50, 0.115, 66), oklch(83, 0.13, 82)),
    failed: tone(oklch(49, 0.18, 26), oklch(75, 0.145, 26)),
    unknown: tone(oklch(47, 0.018, hue), oklch(76, 0.025, hue)),
    "failed-wash": tone(oklch(95.6, 0.018, 26), oklch(29, 0.05, 22)),
    grid: tone(oklch(95, 0.01, hue), oklch(29.5, tint * 0.12, at(6))),
    mark: tone(oklch(91, 0.09, 95), oklch(42, 0.07, 95)),
    shade: tone(oklch(24, 0.03, hue), oklch(8, 0.03, hue)),
  };
}

const tone = (day: Oklch, night: Oklch): Tone => ({ day, night });
