import { expect, test } from "../support.ts";
import { findCut } from "./find-cut.ts";
import { PAGES, STATES } from "./views.ts";

/** A small phone, a phone, a window of 1280 px at 200 %, a tablet, desks. The first is one at 400 % as well. */
const SIZES = [
  [320, 256],
  [390, 844],
  [640, 512],
  [700, 900],
  [1024, 768],
  [1600, 900],
  [2560, 1440],
] as const;

/** What a reader may set for all text (WCAG 2.2, 1.4.12), and everything must stay. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

for (const { name, open } of [...PAGES, ...STATES])
  test(`${name}: nothing is cut, and nothing scrolls sideways, from 320 px to 2560 px`, async ({ page }) => {
    await open(page);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      expect.soft(await findCut(page), `${width} px`).toEqual([]);
    }
  });

test.describe("with a reader’s own text spacing", () => {
  test.use({ bypassCSP: true });

  for (const { name, open } of [...PAGES, ...STATES])
    test(`${name} loses nothing`, async ({ page }) => {
      await open(page);
      await page.addStyleTag({ content: SPACING });
      for (const [width, height] of SIZES.slice(0, 6)) {
        await page.setViewportSize({ width, height });
        expect.soft(await findCut(page), `${width} px`).toEqual([]);
      }
    });
});
