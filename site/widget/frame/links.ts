import { isShown, showPage } from "./view.ts";

/** Links to what the frame can show are followed in it; all others open in a tab, and the host's page stays where it is. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    const isSection = link.getAttribute("href")?.startsWith("#");
    if (link.target !== "_blank" && (isSection || isShown(url))) {
      event.preventDefault();
      void showPage(isSection ? url.hash : url.pathname + url.search + url.hash);
      return;
    }
    link.target = "_blank";
    link.rel = "noopener";
  });
  // a form whose script has not come yet is answered by a page of its own
  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target instanceof HTMLFormElement) target.target = "_blank";
  });
}
