import { draw } from "../draw.ts";
import askStyles from "#site/styles/ask.css?url";
import { findArticle } from "../article.ts";
import { readAskAbout } from "../calls.ts";
import { make, opensElsewhere } from "../dom.ts";
import { loadStyle } from "../load-style.ts";
import { about, AskPanel } from "./ask-panel.tsx";
import { askQuestion, askWhatWaits } from "./ask-question.ts";
import { fitAboveKeyboard } from "./fit-keyboard.ts";
import { focusField } from "./focus.ts";
import { showSection } from "./show-section.ts";
import { isOpen, takeUpThread } from "./thread.ts";

/** Below this width the panel covers the page, which is out of reach meanwhile. */
const covers = matchMedia("(width < 62rem)");
const touches = matchMedia("(pointer: coarse)");
const panel = makePanel();
let opener: Element | null = null;

/** Opens the panel, and asks the question if there is one. The panel comes back by itself on the next page. */
export async function openAskPanel(question = ""): Promise<void> {
  await loadStyle(askStyles);
  const comesBack = isOpen.value && !panel.isConnected && !question;
  if (!about.value) void loadAbout();
  if (!panel.contains(document.activeElement)) opener = document.activeElement;
  isOpen.value = true;
  if (!panel.isConnected) document.body.append(panel);
  coverPage();
  draw(<AskPanel article={findArticle()} starters={readStarters()} close={closeAskPanel} />, panel);
  // A panel that comes back with the page leaves the focus where the page has it.
  if (!comesBack) focusPanel();
  askWhatWaits();
  askQuestion(question);
}

/** Out of the browser's cache. A panel that is to open again is page.ts's. */
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  takeUpThread();
  if (!isOpen.value && panel.isConnected) closeAskPanel();
});

function makePanel(): HTMLElement {
  const aside = make("aside", "ask");
  aside.setAttribute("aria-labelledby", "ask-h");
  aside.addEventListener("keydown", ({ key, isComposing }) => key === "Escape" && !isComposing && closeAskPanel());
  aside.addEventListener("click", followSource);
  covers.addEventListener("change", coverPage);
  fitAboveKeyboard(aside);
  return aside;
}

/** A field would raise the keyboard of a phone, over what there is to read. */
function focusPanel(): void {
  if (touches.matches) document.getElementById("ask-h")?.focus();
  else focusField();
}

export function closeAskPanel(): void {
  isOpen.value = false;
  draw(null, panel);
  panel.remove();
  coverPage();
  // What opened it may be gone, such as a row of the search. The page stays where it is.
  for (const place of [opener, document.querySelector(".ask-btn")])
    if (document.activeElement === document.body && place instanceof HTMLElement) place.focus({ preventScroll: true });
}

function coverPage(): void {
  const rest = document.querySelector<HTMLElement>(".rest");
  if (rest) rest.inert = isOpen.value && covers.matches;
}

/**
 * A section of this page is shown beside the panel. Where the panel covers the page, following any link closes it: the
 * reader wants to see what is there.
 */
function followSource(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || opensElsewhere(event)) return;
  if (covers.matches) closeAskPanel();
  if (link.pathname === (findArticle()?.url ?? location.pathname) && link.hash) showSection(link.hash);
}

/** The panel names who reads questions as soon as that is known; until then it says less. */
async function loadAbout(): Promise<void> {
  about.value = await readAskAbout().catch(() => null);
}

function readStarters(): string[] {
  const kept = document.querySelector<HTMLElement>("[data-questions]")?.dataset["questions"];
  try {
    return kept ? (JSON.parse(kept) as string[]) : [];
  } catch {
    return [];
  }
}
