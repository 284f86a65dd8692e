/** What is pressed in an article, by what `data-press` says. */
import { findArticle } from "./article.ts";
import { copyAddress, copyCode, copyTarget } from "./copy.ts";

export async function press(pressed: HTMLElement): Promise<void> {
  const kind = pressed.dataset["press"];
  if (kind === "code") await copyCode(pressed);
  else if (kind === "enlarge") await (await import("./reading/enlarge.ts")).enlarge(pressed);
  else if (!(pressed instanceof HTMLAnchorElement)) return;
  else if (kind === "answer") (await import("./diagnose/diagnose.ts")).answer(findArticle(), pressed);
  else await (kind === "copy" ? copyTarget : copyAddress)(pressed);
}
