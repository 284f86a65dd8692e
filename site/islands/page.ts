/** The script of every page: small, without a framework. What is heavy is imported when it is needed. */
import { findArticle } from "./article.ts";
import { copyAnchors } from "./copy-anchor.ts";
import { listenForOpeners, openAsk } from "./openers.ts";
import { sendSignal } from "./signals.ts";
import { followSteps } from "./steps/steps.ts";
import { recall } from "./store.ts";
import { rememberTabs } from "./tabs.ts";
import { trailArticle } from "./trail/article-trail.ts";
import { showTrail } from "./trail/trail-list.ts";
import { showTrailStrip } from "./trail/trail-strip.ts";
import "./theme/theme-switch.ts";

listenForOpeners();
rememberTabs();
const article = findArticle();
if (article) {
  sendSignal(article, "view");
  trailArticle(article);
  followSteps(article);
  copyAnchors();
  showTrail();
  showTrailStrip();
  wakeFeedback();
}
openAskAgain();
wakeParts();

/** The first vote is cast by the module that it loads, which reads the form as it is by then. */
function wakeFeedback(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-feedback]");
  if (!form) return;
  const load = () => import("./feedback/feedback.ts");
  form.addEventListener("pointerover", () => void load(), { once: true });
  form.addEventListener("change", async () => (await load()).takeFeedback(form), { once: true });
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

/** Parts that a page shows by itself. */
function wakeParts(): void {
  const has = (selector: string) => document.querySelector(selector) !== null;
  if (has("form[data-contact]")) void import("./escalate/contact.tsx").then(({ startContact }) => startContact());
  if (has("#status")) void import("./status/status-page.tsx").then(({ startStatus }) => startStatus());
  if (has("[data-island=left-off]")) void import("./steps/left-off.ts").then(({ showLeftOff }) => showLeftOff());
  if (has("[data-island=incident], [data-island=status-line]"))
    whenIdle(() => void import("./status/status-line.ts").then(({ showStatusLine }) => showStatusLine()));
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 1500);
}
