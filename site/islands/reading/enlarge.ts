import css from "#site/styles/figure-box.css?url";
import { make, makeButton } from "../dom.ts";
import { makeIcon } from "../make-icon.ts";
import { loadStyle } from "../load-style.ts";
import { readingWords as t } from "./reading.words.ts";

/** Opens a figure, by the link that stands at it, or a linked picture, over the page: as large as the window lets it be. */
export async function enlarge(link: HTMLElement): Promise<void> {
  const figure = link.closest("figure");
  const picture = link.querySelector("img");
  await loadStyle(css);
  const dialog = make("dialog", "fig-box floats");
  dialog.setAttribute("aria-label", link.getAttribute("aria-label") ?? picture?.alt ?? "");
  const close = makeButton("", "icon-btn", () => dialog.close());
  close.setAttribute("aria-label", t.close);
  close.append(makeIcon("i-close"));
  const drawing = make("figure", "fig", ...[...(figure ?? link).children].map((part) => part.cloneNode(true)));
  drawing.querySelector(".enlarge")?.remove();
  const shown = figure?.querySelector(":scope > svg")?.getBoundingClientRect();
  if (shown) drawing.style.setProperty("--ratio", String(shown.width / shown.height));
  drawing.tabIndex = 0; // where it scrolls, by keyboard too
  dialog.append(close, drawing);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
