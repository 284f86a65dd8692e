import { render } from "preact";
import askStyles from "#site/styles/ask.css?url";
import { findArticle } from "../article.ts";
import { readAskAbout } from "../calls.ts";
import { loadStyle } from "../load-style.ts";
import { about, AskPanel } from "./ask-panel.tsx";
import { askQuestion } from "./ask-question.ts";
import { isOpen } from "./thread.ts";

/** Below this width the panel covers the page, which is out of reach meanwhile. */
const covers = matchMedia("(width < 62rem)");
const mount = document.createElement("div");
let opener: Element | null = null;

/** Opens the panel, and asks the question if there is one. The panel comes back by itself on the next page. */
export async function openAskPanel(question = ""): Promise<void> {
  if (!mount.isConnected) {
    await loadStyle(askStyles);
    document.body.append(mount);
    covers.addEventListener("change", coverPage);
    mount.addEventListener("click", leaveForSource);
    void readAskAbout().then(
      (reader) => (about.value = reader),
      () => {}, // The panel says less about itself; asking will say what is wrong.
    );
  }
  const cameBack = isOpen.value && mount.childElementCount === 0 && !question;
  opener = document.activeElement;
  isOpen.value = true;
  document.body.dataset["asking"] = "";
  coverPage();
  render(<AskPanel article={findArticle()} starters={readStarters()} close={closeAskPanel} />, mount);
  // A panel that came back with the page leaves the focus where the page has it.
  if (!cameBack) document.getElementById("ask-q")?.focus();
  askQuestion(question);
}

function closeAskPanel(): void {
  isOpen.value = false;
  render(null, mount);
  delete document.body.dataset["asking"];
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

function readStarters(): string[] {
  const kept = document.querySelector<HTMLElement>("[data-questions]")?.dataset["questions"];
  try {
    return kept ? (JSON.parse(kept) as string[]) : [];
  } catch {
    return [];
  }
}
