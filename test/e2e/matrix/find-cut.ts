import type { Frame, Page } from "@playwright/test";

/**
 * What a reader cannot see: a page that is wider than its window, parts that reach out of it, and text in a box that is
 * too small for it. What scrolls by itself, ends in an ellipsis, or is there for those who hear a page, is none of these.
 */
export const findCut = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth: width, scrollWidth } = document.documentElement;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute("class")} “${element.textContent.trim().slice(0, 40)}”`;
    const isUnseen = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, position, overflowX, textOverflow } = getComputedStyle(at);
        const { width: own, height } = at.getBoundingClientRect();
        if (position === "absolute" && (clipPath.startsWith("inset(50%") || (own <= 1 && height <= 1))) return true;
        if (textOverflow === "ellipsis") return true;
        if (at !== element && /auto|scroll/.test(overflowX) && at !== document.body) return true;
      }
      return false;
    };
    const found = scrollWidth > width ? [`the page is ${scrollWidth - width} px wider than its window`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own === 0 || !element.textContent.trim() || isUnseen(element)) continue;
      if (left < -1 || right > width + 1) found.push(`${name(element)} reaches out of the window`);
      const { overflowX, overflowY } = getComputedStyle(element);
      const cutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (cutX || cutY) found.push(`${name(element)} has more in it than it shows`);
    }
    return found;
  });
