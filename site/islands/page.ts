/** The script of every page: small, without a framework. What is heavy is imported when it is needed. */
import { findArticle } from "./article.ts";
import { listenForOpeners, openAsk } from "./openers.ts";
import { recall } from "./store.ts";
import { rememberTabs } from "./tabs.ts";
import { openTarget, wakeAnchors, wakeArticle, wakeParts } from "./wake.ts";
import "./theme/theme-switch.ts";

// one script for every page: what two scripts share would be a file of its own, which every page waits for
if (document.getElementById("desk")) void import("#site/desk/main.tsx");
else startPage();

function startPage(): void {
  listenForOpeners();
  rememberTabs();
  const article = findArticle();
  if (article) {
    wakeArticle(article);
    wakeAnchors();
    addEventListener("load", openTarget); // not known before
  }
  openAskAgain();
  wakeParts();
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
  } else if (recall<{ open: boolean }>("tab", "handrail.ask")?.open) {
    void openAsk();
  }
}
