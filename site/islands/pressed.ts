/** What is pressed in an article, by what `data-press` says. */
import { findArticle } from "./article.ts";
import { bring } from "./bring.ts";
import { copyAddress, copyCode, copyTarget } from "./copy.ts";

/** `missing`: what to do where a module that it takes does not come. */
export async function press(pressed: HTMLElement, missing: () => void): Promise<void> {
  const kind = pressed.dataset["press"];
  if (kind === "code") await copyCode(pressed);
  else if (kind === "enlarge") bring(import("./reading/enlarge.ts"), ({ enlarge }) => enlarge(pressed), missing);
  else if (!(pressed instanceof HTMLAnchorElement)) return;
  else if (kind === "answer")
    bring(import("./diagnose/diagnose.ts"), ({ answer }) => answer(findArticle(), pressed), missing);
  else await (kind === "copy" ? copyTarget : copyAddress)(pressed);
}
