import { announce } from "./announce.ts";

const SHOWN_MS = 1500;

/** Puts a section's address on the clipboard where the browser lets it. */
export async function copyAddress(anchor: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(anchor.href);
  } catch {
    return; // The address bar has it all the same.
  }
  announce("Link copied");
  anchor.dataset["copied"] = "";
  setTimeout(() => delete anchor.dataset["copied"], SHOWN_MS);
}
