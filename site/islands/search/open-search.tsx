import { draw } from "../draw.ts";
import searchStyles from "#site/styles/search.css?url";
import { opensElsewhere } from "../dom.ts";
import { loadStyle } from "../load-style.ts";
import { painted } from "../painted.ts";
import type { Ahead } from "../type-ahead.ts";
import { optionId } from "./option.tsx";
import { loadPagefind } from "./pagefind.ts";
import { SearchDialog } from "./search-dialog.tsx";
import { sayCount } from "./results.tsx";
import { changeSearch, settleSearch } from "./search-state.ts";
import { searchWords as t } from "./search.words.ts";

const dialog = document.createElement("dialog");
dialog.className = "finder floats";
dialog.setAttribute("aria-label", t.search);
dialog.addEventListener("close", settleSearch);
dialog.addEventListener("click", (event) => {
  const { target } = event;
  if (event.defaultPrevented || opensElsewhere(event)) return;
  // The backdrop, or a link: a section of this very page is behind the dialog.
  if (target === dialog || (target instanceof Element && target.closest("a[href]"))) dialog.close();
});

/** Opens the dialog, and does in it what was pressed before it was there. `ask` takes a search that is a question. */
export async function openSearchDialog(
  takeTyped: () => Ahead,
  ask: (question: string) => Promise<void>,
): Promise<void> {
  await loadStyle(searchStyles);
  const { text, ended } = takeTyped();
  if (ended === "Escape") return;
  if (text) changeSearch({ query: text });
  if (!dialog.isConnected) document.body.append(dialog);
  draw(<SearchDialog close={() => dialog.close()} ask={ask} />, dialog);
  loadPagefind().catch(() => {}); // Said when something is searched.
  void painted().then(() => sayCount([])); // plurals take long the first time, and results shall not wait for them
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector<HTMLInputElement>("#find-q");
  field?.focus();
  if (text) field?.setSelectionRange(text.length, text.length);
  else field?.select();
  if (ended === "Enter") void painted().then(() => document.getElementById(optionId(0))?.click());
}
