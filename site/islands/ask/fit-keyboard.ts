/**
 * Where a phone's keyboard lies over the page instead of making it shorter, the panel takes what is left: the field
 * stays in sight. A reader who has zoomed in is left alone.
 */
export function fitAboveKeyboard(panel: HTMLElement): void {
  const seen = window.visualViewport;
  const fit = (): void => {
    if (!seen || seen.scale > 1.01) return;
    panel.style.setProperty("--seen-top", `${seen.offsetTop}px`);
    panel.style.setProperty("--seen-height", `${seen.height}px`);
  };
  seen?.addEventListener("resize", fit);
  seen?.addEventListener("scroll", fit);
  fit();
}
