import { here, opensElsewhere } from "./dom.ts";
import { painted } from "./painted.ts";
import { leaveFor, loadAnew } from "./say-away.ts";
import { catchTyping } from "./type-ahead.ts";

/** Search and Ask are loaded when somebody is about to use them; a click or key that comes first waits for them. */
const loadSearch = () => import("./search/open-search.tsx");
const loadAsk = () => import("./ask/open-ask.tsx");

export async function openSearch(words = ""): Promise<void> {
  const typing = catchTyping();
  try {
    await painted();
    const { openSearchDialog } = await loadSearch();
    const take = () => {
      const typed = typing.stop();
      return { ...typed, text: typed.text || words };
    };
    await openSearchDialog(take, openAsk);
  } catch {
    await leaveFor(here(`/search?${new URLSearchParams({ q: typing.stop().text || words })}`));
  }
}

export async function openAsk(question = ""): Promise<void> {
  try {
    await painted();
    const { openAskPanel } = await loadAsk();
    // the panel would be out of reach behind it
    document.querySelector<HTMLDialogElement>("dialog:modal")?.close();
    await openAskPanel(question);
  } catch {
    await leaveFor(here(`/ask?${new URLSearchParams({ q: question })}`));
  }
}

/** Links with `data-search` and `data-ask`, buttons with `data-trail`, ⌘K or Ctrl+K, `/`, ⌘I or Ctrl+I. */
export function listenForOpeners(): void {
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-trail]"))
      import("./trail/trail-view.ts").then(({ openTrail }) => openTrail()).catch(() => loadAnew());
    const link = findOpener(event);
    if (!link || event.button !== 0 || opensElsewhere(event)) return;
    event.preventDefault();
    if (asks(link)) void openAsk(link.dataset["ask"]);
    else void openSearch();
  });
  const prepare = (event: Event): void => {
    const link = findOpener(event);
    if (link)
      painted()
        .then(() => load(link))
        .catch(() => {});
  };
  document.addEventListener("pointerover", prepare, { passive: true });
  document.addEventListener("focusin", prepare);
  document.addEventListener("keydown", pressKey);
  if (/Mac|iP/.test(navigator.platform)) showMacKeys();
}

const findOpener = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-search], [data-ask]") : null;
const asks = (link: HTMLElement): boolean => link.dataset["ask"] !== undefined;
const load = (link: HTMLElement): Promise<unknown> => (asks(link) ? loadAsk() : loadSearch());

function pressKey(event: KeyboardEvent): void {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const key = event.key.toLowerCase();
  const writing =
    event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  if ((command && key === "k") || (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey)) {
    event.preventDefault();
    void openSearch();
  } else if (command && key === "i") {
    event.preventDefault();
    void openAsk();
  }
}

function showMacKeys(): void {
  for (const kbd of document.querySelectorAll<HTMLElement>("kbd[data-key]")) {
    kbd.textContent = `⌘ ${kbd.dataset["key"]?.toUpperCase()}`;
  }
}
