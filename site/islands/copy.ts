import { announce } from "./announce.ts";
import { copyWords as t } from "./copy.words.ts";

const SHOWN_MS = 1500;

/** Puts a section's address on the clipboard where the browser lets it. */
export async function copyAddress(anchor: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(anchor.href);
  } catch {
    return; // The address bar has it all the same.
  }
  mark(anchor, t.linkCopied);
}

/** Puts what the link leads to on the clipboard; where that cannot be, the link is followed. */
export async function copyTarget(anchor: HTMLAnchorElement): Promise<void> {
  const text = fetch(anchor.href).then(async (response) => {
    if (!response.ok) throw new Error(String(response.status));
    return new Blob([await response.text()], { type: "text/plain" });
  });
  try {
    // The promise itself: after waiting for it, some browsers no longer take this for the reader's wish.
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
  } catch {
    location.assign(anchor.href);
    return;
  }
  mark(anchor, t.copied);
}

/** Puts the code that a button stands at on the clipboard; where that cannot be, it is marked for the reader to copy. */
export async function copyCode(button: HTMLElement): Promise<void> {
  const code = button.parentElement?.querySelector("pre");
  if (!code) return;
  const kept = code.cloneNode(true) as typeof code; // a clone is what it is a clone of
  for (const gone of kept.querySelectorAll("del")) gone.remove();
  try {
    await navigator.clipboard.writeText(kept.textContent?.trimEnd() ?? "");
    mark(button, t.copied);
  } catch {
    getSelection()?.selectAllChildren(code);
    announce(t.notCopied);
  }
}

function mark(anchor: HTMLElement, says: string): void {
  announce(says);
  anchor.dataset["copied"] = says;
  setTimeout(() => delete anchor.dataset["copied"], SHOWN_MS);
}
