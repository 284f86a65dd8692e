import { expect, test } from "vitest";
import { drawIcon } from "#site/brand/draw-icon.ts";

const colours = (svg: string) => [...svg.matchAll(/(?:fill|stroke):(#[0-9a-f]{6})/g)].map(([, hex = ""]) => hex);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one = "", other = "") => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test("the tab's sign has the brand's colour, and stands out by day and by night at every hue", () => {
  for (let hue = 0; hue < 360; hue += 20) {
    const [day, onDay, night, onNight] = colours(drawIcon({ hue, chroma: 0.105, lightness: 42 }));
    // its lines on its ground, and its ground on a light and on a dark tab
    expect(contrast(day, onDay)).toBeGreaterThan(4.5);
    expect(contrast(night, onNight)).toBeGreaterThan(4.5);
    expect(contrast(day, "#ffffff")).toBeGreaterThan(3);
    expect(contrast(night, "#2b2b2b")).toBeGreaterThan(3);
  }
  expect(drawIcon({ hue: 30, chroma: 0.13, lightness: 40 })).not.toBe(
    drawIcon({ hue: 240, chroma: 0.13, lightness: 40 }),
  );
});
