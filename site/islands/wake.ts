/** What becomes alive of what a page shows: once a page, and in the widget's frame once an article or form. */
import type { OpenArticle } from "./article.ts";
import { bring } from "./bring.ts";
import { here, opensElsewhere } from "./dom.ts";
import { goTo } from "./go-to.ts";
import { firstPainted, whenIdle } from "./painted.ts";
import { insistOn, leaveFor, loadAnew, loadChoices, sayAway, stayAway } from "./say-away.ts";
import { sendSignal } from "./signals.ts";
import { showStatusLine } from "./status/status-line.ts";
import { recall } from "./store.ts";
import { readAllProgress, readProgress } from "./steps/progress.ts";
import { trailArticle } from "./trail/article-trail.ts";
import { readTrail, TRAIL_CHANGED } from "./trail/trail.ts";

export function wakeArticle(article: OpenArticle): void {
  trailArticle(article);
  wakeSteps(article);
  wakeFeedback();
  hearEarlier();
  void firstPainted().then(() => {
    sendSignal(article, "view");
    wakeTrail();
  });
}

/**
 * A reader who has judged no step yet needs nothing of it; what is judged until it is there is handed on, and who asks for
 * a person before that waits, so that the step goes along.
 */
function wakeSteps(shown: OpenArticle): void {
  const judged = new Set<Element>();
  const load = () => import("./steps/steps.ts");
  let following: Promise<void> | undefined;
  const follow = () =>
    (following ??= insistOn(load).then(({ followSteps }) => {
      shown.element.removeEventListener("change", hear);
      shown.element.removeEventListener("click", wait);
      followSteps(shown, judged);
    }));
  const find = ({ target }: Event, selector: string) => (target instanceof Element ? target.closest(selector) : null);
  const hear = (event: Event): void => {
    const step = find(event, "[data-judge]")?.closest("[data-step]");
    if (!step) return;
    judged.add(step);
    void follow();
  };
  const wait = (event: MouseEvent): void => {
    const link = find(event, `a[href^="${here("/contact/")}"]`);
    if (!(link instanceof HTMLAnchorElement) || !following || opensElsewhere(event)) return;
    event.preventDefault();
    const go = () => goTo(link.pathname + link.search);
    // once: where it does not come, one leaves without the step
    void load().then(follow).then(go, go);
  };
  shown.element.addEventListener("change", hear);
  shown.element.addEventListener("click", wait);
  shown.element.addEventListener(
    "pointerover",
    (event) => void (find(event, "[data-judge]") && load().catch(() => {})),
    { passive: true },
  );
  if (readProgress(shown.id)) void follow();
}

/** The page that is open is no trail yet: it is shown from the second thing on. */
function wakeTrail(): void {
  const look = async (): Promise<void> => {
    if ((await readTrail()).length < 2) return;
    document.removeEventListener(TRAIL_CHANGED, look);
    for (const opener of document.querySelectorAll<HTMLElement>("[data-trail][hidden]")) opener.hidden = false;
    bring(import("./trail/trail-list.ts"), ({ showTrail }) => showTrail());
    bring(import("./trail/trail-strip.ts"), ({ showTrailStrip }) => showTrailStrip());
  };
  document.addEventListener(TRAIL_CHANGED, look);
  void look();
}

/** A link to a piece of troubleshooting means what is in it. A step hides its own from the browser's first look. */
export function openTarget(): void {
  const folded = document.querySelector<HTMLDetailsElement>("details:target");
  if (!folded) return;
  folded.open = true;
  folded.scrollIntoView();
}

/** Steps and the article may have been judged before this script came: that event, which nobody heard, is sent again. */
function hearEarlier(): void {
  for (const radio of document.querySelectorAll("[data-judge] :checked, [data-feedback] :checked"))
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  if (recall("tab", "handrail.choices")) bring(loadChoices(), (choices) => choices.takeUpChoices());
}

/** The first vote is cast by the module that it loads, which reads the form as it is by then. */
function wakeFeedback(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-feedback]");
  if (!form) return;
  const load = () => import("./feedback/feedback.ts");
  form.addEventListener("pointerover", () => void load().catch(() => {}), { once: true });
  form.addEventListener("change", async () => (await insistOn(load)).takeFeedback(form), { once: true });
}

/** What is pressed in an article is done by a module of its own; where that cannot come, links are followed. */
export function wakePressed(): void {
  const load = () => import("./pressed.ts");
  const find = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>("[data-press]") : null);
  document.addEventListener("pointerover", (event) => void (find(event) && load().catch(() => {})), { passive: true });
  document.addEventListener("click", (event) => {
    const pressed = find(event);
    if (!pressed || opensElsewhere(event)) return;
    // the address of a section is gone to as well
    if (pressed.dataset["press"] !== "anchor") event.preventDefault();
    const missing = (): void => {
      if (!(pressed instanceof HTMLAnchorElement)) void loadAnew();
      else if (pressed.hash) location.assign(pressed.href);
      else void leaveFor(pressed.href);
    };
    bring(load(), ({ press }) => press(pressed, missing), missing);
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && closeTerms());
}

/** What a word means is shown by style, on hover and focus; it goes before the reader does. */
function closeTerms(): void {
  for (const term of document.querySelectorAll<HTMLElement>(".term:is(:hover, :focus)")) {
    term.dataset["closed"] = "";
    const open = () => delete term.dataset["closed"];
    for (const leaving of ["pointerleave", "blur"]) term.addEventListener(leaving, open, { once: true });
  }
}

/** Parts that a page shows by itself. What is only looked at comes once the page's text is there to be read. */
export async function wakeParts(): Promise<void> {
  const has = (selector: string) => document.querySelector(selector) !== null;
  // what is typed before a form is awake is no draft yet
  if (has("form[data-contact]")) bring(import("./escalate/contact.tsx"), ({ startContact }) => startContact());
  else if (has("[data-files]")) bring(import("./files/files.ts"), ({ wakeFiles }) => wakeFiles());
  // its frame is not painted before it is opened
  if (has("[data-widget]")) bring(import("#site/widget/frame/start.ts"), () => {}, sayAway);
  await firstPainted();
  if (has("[data-setup]")) bring(import("./setup/start-setup.tsx"), ({ startSetup }) => startSetup(), stayAway);
  if (has("[data-live]")) bring(import("./setup/wake-blocks.ts"), ({ wakeBlocks }) => wakeBlocks());
  if (has("#Status")) bring(import("./status/status-page.tsx"), ({ startStatus }) => startStatus());
  if (has("[data-island=left-off]") && readAllProgress().length > 0)
    bring(import("./steps/left-off.ts"), ({ showLeftOff }) => showLeftOff());
  if (has("[data-copy]"))
    whenIdle(() => bring(import("./keep-offline.ts"), ({ keepOffline }) => keepOffline().catch(() => {})));
  if (has("[data-island=incident], [data-island=status-line]")) whenIdle(() => void showStatusLine());
}
