/** The script of every page: small, without a framework. What is heavy is imported when it is needed. */
import { findArticle, type OpenArticle } from "./article.ts";
import { listenForOpeners, openAsk } from "./openers.ts";
import { sendSignal } from "./signals.ts";
import { readProgress } from "./steps/progress.ts";
import { recall } from "./store.ts";
import { rememberTabs } from "./tabs.ts";
import { trailArticle } from "./trail/article-trail.ts";
import { readTrail, TRAIL_CHANGED } from "./trail/trail.ts";
import "./theme/theme-switch.ts";

listenForOpeners();
rememberTabs();
const article = findArticle();
if (article) {
  sendSignal(article, "view");
  trailArticle(article);
  wakeSteps(article);
  wakeTrail();
  wakeFeedback();
  wakePressed(article);
  wakePosition(article);
  addEventListener("load", openTarget); // not known before
}
openAskAgain();
wakeParts();

/** A reader who has judged no step yet needs nothing of it; what is judged until it is there is handed on. */
function wakeSteps(shown: OpenArticle): void {
  const judged = new Set<Element>();
  let following = false;
  const follow = async (): Promise<void> => {
    if (following) return;
    following = true;
    const { followSteps } = await import("./steps/steps.ts");
    shown.element.removeEventListener("change", hear);
    followSteps(shown, judged);
  };
  const hear = ({ target }: Event): void => {
    const step = target instanceof Element && target.closest("[data-judge]")?.closest("[data-step]");
    if (!step) return;
    judged.add(step);
    void follow();
  };
  shown.element.addEventListener("change", hear);
  if (readProgress(shown.id)) void follow();
}

/** The page that is open is no trail yet: it is shown from the second thing on. */
function wakeTrail(): void {
  const look = async (): Promise<void> => {
    if ((await readTrail()).length < 2) return;
    document.removeEventListener(TRAIL_CHANGED, look);
    for (const opener of document.querySelectorAll<HTMLElement>("[data-trail][hidden]")) opener.hidden = false;
    void import("./trail/trail-list.ts").then(({ showTrail }) => showTrail());
    void import("./trail/trail-strip.ts").then(({ showTrailStrip }) => showTrailStrip());
  };
  document.addEventListener(TRAIL_CHANGED, look);
  void look();
}

/** What is pressed in an article is done by a module of its own; where that cannot come, links are followed. */
function wakePressed(shown: OpenArticle): void {
  const load = () => import("./pressed.ts");
  document.addEventListener("click", (event) => {
    const pressed =
      event.target instanceof Element &&
      event.target.closest<HTMLElement>("[data-anchor], [data-copy], [data-copy-code], [data-enlarge], [data-says]");
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!("anchor" in pressed.dataset)) event.preventDefault();
    load().then(
      ({ press }) => press(shown, pressed),
      () => pressed instanceof HTMLAnchorElement && location.assign(pressed.href),
    );
  });
  if ((history.state as { answers?: unknown } | null)?.answers) void load().then(({ takeUp }) => takeUp(shown));
}

/** Where a reader stops is kept once they scroll. */
function wakePosition(shown: OpenArticle): void {
  const load = () => void import("./reading/read-position.ts").then(({ followPosition }) => followPosition(shown));
  if (recall("device", "handrail.positions")) load();
  else addEventListener("scroll", load, { once: true, passive: true });
}

/** A link to a piece of troubleshooting means what is in it. A step hides its own from the browser's first look. */
function openTarget(): void {
  const folded = document.querySelector<HTMLDetailsElement>("details:target");
  if (!folded) return;
  folded.open = true;
  folded.scrollIntoView();
}

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
  else if (has("[data-files]")) void import("./files/files.ts").then(({ wakeFiles }) => wakeFiles());
  if (has("[data-setup]")) void import("./setup/start-setup.tsx").then(({ startSetup }) => startSetup());
  if (has("[data-live]")) void import("./setup/wake-blocks.ts").then(({ wakeBlocks }) => wakeBlocks());
  if (has("#status")) void import("./status/status-page.tsx").then(({ startStatus }) => startStatus());
  if (has("[data-island=left-off]")) void import("./steps/left-off.ts").then(({ showLeftOff }) => showLeftOff());
  if (has("[data-island=incident], [data-island=status-line]"))
    whenIdle(() => void import("./status/status-line.ts").then(({ showStatusLine }) => showStatusLine()));
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 1500);
}
