import { render } from "preact";
import searchStyles from "#site/styles/search.css?url";
import { loadStyle } from "../load-style.ts";
import { loadPagefind } from "./pagefind.ts";
import { SearchDialog } from "./search-dialog.tsx";
import { changeSearch, settleSearch } from "./search-state.ts";

const dialog = document.createElement("dialog");
dialog.className = "finder";
dialog.setAttribute("aria-label", "Search");
dialog.addEventListener("close", settleSearch);
dialog.addEventListener("click", (event) => {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // The backdrop, or a link: a section of this very page is behind the dialog.
  if (target === dialog || (target instanceof Element && target.closest("a[href]"))) dialog.close();
});

/** Opens the dialog. `takeTyped` gives what was typed since the key was pressed. */
export async function openSearchDialog(query: string, takeTyped: () => string): Promise<void> {
  await loadStyle(searchStyles);
  const typed = query + takeTyped();
  if (typed) changeSearch({ query: typed });
  if (!dialog.isConnected) document.body.append(dialog);
  render(<SearchDialog close={() => dialog.close()} />, dialog);
  loadPagefind().catch(() => {}); // Said when something is searched.
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector<HTMLInputElement>("#find-q");
  field?.focus();
  if (typed) field?.setSelectionRange(typed.length, typed.length);
  else field?.select();
}
