import { render } from "preact";
import askStyles from "#site/styles/ask.css?url";
import { findArticle } from "../article.ts";
import { readAskAbout } from "../calls.ts";
import { make } from "../dom.ts";
import { loadStyle } from "../load-style.ts";
import { about, AskPanel } from "./ask-panel.tsx";
import { askQuestion } from "./ask-question.ts";
import { isOpen } from "./thread.ts";

/** Below this width the panel covers the page, which is out of reach meanwhile. */
const covers = matchMedia("(width < 62rem)");
const panel = makePanel();
let opener: Element | null = null;

/** Opens the panel, and asks the question if there is one. The panel comes back by itself on the next page. */
export async function openAskPanel(question = ""): Promise<void> {
  await loadStyle(askStyles);
  const comesBack = isOpen.value && !panel.isConnected && !question;
  if (!about.value) void sayReader();
  if (!panel.contains(document.activeElement)) opener = document.activeElement;
  isOpen.value = true;
  if (!panel.isConnected) document.body.append(panel);
  coverPage();
  render(<AskPanel article={findArticle()} starters={readStarters()} close={closeAskPanel} />, panel);
  // A panel that comes back with the page leaves the focus where the page has it.
  if (!comesBack) document.getElementById("ask-q")?.focus();
  askQuestion(question);
}

function makePanel(): HTMLElement {
  const aside = make("aside", "ask");
  aside.setAttribute("aria-labelledby", "ask-h");
  aside.addEventListener("keydown", ({ key }) => key === "Escape" && closeAskPanel());
  aside.addEventListener("click", leaveForSource);
  covers.addEventListener("change", coverPage);
  return aside;
}

function closeAskPanel(): void {
  isOpen.value = false;
  render(null, panel);
  panel.remove();
  coverPage();
  if (opener instanceof HTMLElement) opener.focus();
}

function coverPage(): void {
  const rest = document.querySelector<HTMLElement>(".rest");
  if (rest) rest.inert = isOpen.value && covers.matches;
}

/** Where the panel covers the page, following a source closes it: the reader wants to see the section. */
function leaveForSource({ target }: Event): void {
  if (covers.matches && target instanceof Element && target.closest("a[href]")) closeAskPanel();
}

/** The panel names who reads questions as soon as that is known; until then it says less. */
const sayReader = (): Promise<void> =>
  readAskAbout().then(
    (reader) => {
      about.value = reader;
    },
    () => {},
  );

function readStarters(): string[] {
  const kept = document.querySelector<HTMLElement>("[data-questions]")?.dataset["questions"];
  try {
    return kept ? (JSON.parse(kept) as string[]) : [];
  } catch {
    return [];
  }
}
