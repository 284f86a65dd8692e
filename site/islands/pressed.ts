/** What is pressed in an article. */
import type { OpenArticle } from "./article.ts";
import { copyAddress, copyCode, copyTarget } from "./copy.ts";

export async function press(article: OpenArticle, pressed: HTMLElement): Promise<void> {
  if ("copyCode" in pressed.dataset) await copyCode(pressed);
  else if ("enlarge" in pressed.dataset) await (await import("./reading/enlarge.ts")).enlarge(pressed);
  else if (!(pressed instanceof HTMLAnchorElement)) return;
  else if ("says" in pressed.dataset) (await import("./diagnose/diagnose.ts")).answer(article, pressed);
  else await ("copy" in pressed.dataset ? copyTarget : copyAddress)(pressed);
}

export const takeUp = async (article: OpenArticle): Promise<void> =>
  (await import("./diagnose/diagnose.ts")).takeUp(article);
