import { announce } from "./announce.ts";

const SHOWN_MS = 1500;

/** A heading's § goes to the section, and puts its address on the clipboard where the browser lets it. */
export function copyAnchors(): void {
  document.addEventListener("click", ({ target }) => {
    const anchor = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-anchor]") : null;
    if (anchor) void copyAddress(anchor);
  });
}

async function copyAddress(anchor: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(anchor.href);
  } catch {
    return; // The address bar has it all the same.
  }
  announce("Link copied");
  anchor.dataset["copied"] = "";
  setTimeout(() => delete anchor.dataset["copied"], SHOWN_MS);
}
