import type { Page } from "@playwright/test";

/**
 * Does what a browser does that translates a page: each text is taken out, and stands translated within two `<font>`
 * elements, and so does what comes later. Here the translation is "≈" before the text.
 */
export const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isLeft = (text: Node) => !text.textContent?.trim() || text.parentElement?.closest("script, style, svg, font");
    const translateAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) if (!isLeft(walker.currentNode)) texts.push(walker.currentNode);
      for (const text of texts) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = `≈${text.textContent}`;
        outer.append(inner);
        text.parentNode?.replaceChild(outer, text);
      }
    };
    translateAll();
    new MutationObserver(translateAll).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
