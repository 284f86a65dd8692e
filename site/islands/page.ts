/** The script of every page: small, without a framework. What is heavy is imported when it is needed. */
import { findArticle, type OpenArticle } from "./article.ts";
import { bring } from "./bring.ts";
import { listenForOpeners, openAsk } from "./openers.ts";
import { stayAway } from "./say-away.ts";
import { recall } from "./store.ts";
import { rememberTabs } from "./tabs.ts";
import { openTarget, wakeArticle, wakeParts, wakePressed } from "./wake.ts";
import "./theme/theme-switch.ts";

// one script for every page: what two scripts share would be a file of its own, which every page waits for
if (document.body.dataset["page"] === "desk") bring(import("#site/desk/main.tsx"), () => {}, stayAway);
else startPage();

function startPage(): void {
  heedSaveData();
  // what leads elsewhere is written out on paper, see styles/print.css
  addEventListener("beforeprint", () =>
    document.documentElement.style.setProperty("--origin", JSON.stringify(location.origin)),
  );
  listenForOpeners();
  rememberTabs();
  const article = findArticle();
  if (article) {
    wakeArticle(article);
    wakePressed();
    wakePosition(article);
    if ((history.state as { answers?: unknown } | null)?.answers)
      bring(import("./diagnose/diagnose.ts"), ({ takeUp }) => takeUp());
    addEventListener("load", openTarget); // not known before
  }
  openAskAgain();
  addEventListener("pageshow", ({ persisted }) => persisted && openAskAgain());
  void wakeParts();
}

/** See layouts/prefetch.astro; browsers that know when to save data leave it by themselves. */
function heedSaveData(): void {
  if ((navigator as { connection?: { saveData: boolean } }).connection?.saveData)
    document.querySelector("script[type=speculationrules]")?.remove();
}

/** Where a reader stops is kept once they scroll; who has been here is told at once. */
function wakePosition(shown: OpenArticle): void {
  const load = () => bring(import("./reading/read-position.ts"), ({ followPosition }) => followPosition(shown));
  const kept = recall<{ article: string }[]>("device", "handrail.positions");
  if (kept?.some(({ article: id }) => id === shown.id)) load();
  else addEventListener("scroll", load, { once: true, passive: true });
}

/** `?ask=…` asks at once; a panel that was open on the page before opens again. */
function openAskAgain(): void {
  const address = new URL(location.href);
  const question = address.searchParams.get("ask");
  if (question !== null) {
    // A reload must not ask again.
    address.searchParams.delete("ask");
    history.replaceState(history.state, "", address);
    void openAsk(question);
  } else if (recall<{ open: boolean }>("tab", "handrail.ask")?.open && !document.querySelector("aside.ask")) {
    void openAsk();
  }
}
