import type { ToFrame } from "../messages.ts";

/** The host's theme: its page and this one are looked at together. */
export function takeContext({ theme }: Extract<ToFrame, { type: "context" }>): void {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}
