import type { Page } from "@playwright/test";
import { expect, test } from "../support.ts";
import { findCut } from "./find-cut.ts";
import { DESK } from "./desk-views.ts";
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

// what a reader sets is no style of ours
test.use({ bypassCSP: true });

for (const { name, open } of [...PAGES, ...STATES, ...DESK])
  test(`${name}: nothing is cut, and nothing scrolls sideways, from 320 px to 2560 px, nor with a reader’s own text spacing`, async ({
    page,
  }) => {
    // opening is what takes long: one for all sizes, without and with
    await open(page);
    await expectWhole(page, SIZES, "");
    await page.addStyleTag({ content: SPACING });
    await expectWhole(page, SIZES.slice(0, 6), " with spacing");
  });

async function expectWhole(page: Page, sizes: readonly (readonly [number, number])[], how: string): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    expect.soft(await findCut(page), `${width} px${how}`).toEqual([]);
  }
}
