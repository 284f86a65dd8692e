import { focusOn } from "../dom.ts";

/**
 * Brings a section of this page before the reader: opened, in view, with the focus, and marked for a moment. The link's
 * own work comes first: with it the address and `:target` are right, and the mark (styles/sources.css) begins.
 */
export function showSection(hash: string): void {
  setTimeout(() => {
    const section = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!section) return;
    if (section instanceof HTMLDetailsElement) section.open = true;
    section.scrollIntoView();
    focusOn(section);
    // The same source once more is marked once more.
    for (const mark of section.getAnimations()) mark.play();
  });
}
