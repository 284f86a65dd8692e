import { sendAlong } from "#site/problem.ts";
import type { ToFrame } from "../messages.ts";

/** The host's theme and language: its page and this one are looked at together. */
export function takeContext({ theme, locale }: Extract<ToFrame, { type: "context" }>): void {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  // Ask looks first at articles in the language that the product is used in
  sendAlong("accept-language", locale || null);
}
