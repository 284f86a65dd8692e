import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../support.ts";
import { findCut } from "./find-cut.ts";
import { DESK } from "./desk-views.ts";
import { PAGES, STATES } from "./views.ts";

test.describe("with few colours of the reader’s own, and less motion", () => {
  test.use({ forcedColors: "active", reducedMotion: "reduce" });

  for (const { name, open } of [...PAGES, ...STATES, ...DESK])
    test(`${name}: what is pressed has an edge, what is chosen differs, what has the focus is ringed, and nothing moves`, async ({
      page,
    }) => {
      await open(page);
      expect.soft(await findCut(page)).toEqual([]);
      expect.soft(await findLost(page)).toEqual([]);
      // what a reader who wants all colours and less motion sees
      await page.emulateMedia({ forcedColors: "none" });
      expect(await findMoving(page)).toEqual([]);
    });

  test("a step that worked, one that failed, and where one is differ by their lines", async ({ page }) => {
    await STATES[0]?.open(page);
    const lines = await page.locator(".step").evaluateAll((steps) =>
      steps.slice(0, 3).map((step) => {
        const { borderInlineStartWidth: width, borderInlineStartStyle: style } = getComputedStyle(step, "::before");
        return `${width} ${style}`;
      }),
    );
    expect(lines).toEqual(["6px solid", "2px dashed", "2px solid"]);
    const verdicts = await page
      .locator(".step")
      .nth(1)
      .locator(".judge label span")
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).backgroundColor));
    expect(verdicts[0]).not.toBe(verdicts[1]);
  });

  test("the keyboard’s place is seen on every stop of a page", async ({ page }) => {
    await page.goto("/articles/integrations/connect-your-crm/");
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return "none left";
        const shown = at.matches("input[type=radio]") ? [at, at.nextElementSibling ?? at] : [at];
        const rings = shown
          .map((each) => getComputedStyle(each))
          .filter(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px");
        return rings.length > 0 ? "ringed" : at.outerHTML.slice(0, 100);
      });
      expect(["ringed", "none left"]).toContain(ring);
    }
  });
});

/** test:full: every state in both themes, at three widths. One of each look is in pages.spec.ts. */
const FULL = process.env["FULL"] ? [390, 1024, 1600] : [];
for (const colorScheme of ["light", "dark"] as const)
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const width of FULL)
      for (const { name, open } of [...PAGES, ...STATES, ...DESK])
        test(`finds nothing in ${name} at ${width} px`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 });
          await open(page);
          await expectAccessible(page);
        });
  });

/** Controls without an edge, and marks that nobody can see. */
const findLost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const { backgroundColor: canvas } = getComputedStyle(document.body);
    const hasEdge = ({ borderBlockEndStyle, borderBlockEndWidth, borderBlockEndColor }: CSSStyleDeclaration) =>
      borderBlockEndStyle !== "none" && borderBlockEndWidth !== "0px" && borderBlockEndColor !== canvas;
    for (const control of document.querySelectorAll(
      ".btn, input:not([type=hidden], [type=radio], [type=file], [role=switch]), select, textarea",
    ))
      if (
        isSeen(control) &&
        !hasEdge(getComputedStyle(control)) &&
        !control.matches(".bigfind input, #find-q") // a line below them is theirs
      )
        found.push(`${control.outerHTML.slice(0, 90)} has no edge`);
    const groundOf = (element: Element | null): string => {
      const own = element ? getComputedStyle(element).backgroundColor : canvas;
      return element && own === "rgba(0, 0, 0, 0)" ? groundOf(element.parentElement) : own;
    };
    for (const mark of document.querySelectorAll("svg.mark, svg.ico"))
      if (isSeen(mark) && getComputedStyle(mark).color === groundOf(mark)) found.push(`${mark.outerHTML} is not seen`);
    return found;
  });

/** What takes its time to move or to change. */
const findMoving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll("*")].flatMap((element) =>
      [undefined, "::before", "::after"].map((pseudo) => [element, getComputedStyle(element, pseudo)] as const),
    );
    const lasts = (durations: string) => durations.split(", ").some((duration) => Number.parseFloat(duration) > 0.01);
    return parts
      .filter(
        ([, style]) =>
          (lasts(style.animationDuration) && style.animationName !== "none") ||
          lasts(style.transitionDuration) ||
          style.scrollBehavior === "smooth",
      )
      .map(([element]) => element.outerHTML.slice(0, 80));
  });
