import { make } from "./dom.ts";
import { goTo } from "./go-to.ts";
import { pageWords as t } from "./page.words.ts";

let line: HTMLElement | undefined;

/** Says over the page, which stays as it is, that something did not come. It needs no style that would have to come too. */
export function sayAway(text: string = t.cannotBeLoaded): void {
  line?.remove();
  line = makeLine();
  line.popover = "auto";
  document.body.append(line);
  line.showPopover?.();
  line.textContent = text;
  addEventListener("online", () => line?.remove(), { once: true });
}

/** The same of what a page is nothing without: it stays, above the page, which is loaded again with the connection. */
export function stayAway(): void {
  const says = makeLine();
  document.body.prepend(says);
  const again = make("a", "", t.tryAgain);
  again.setAttribute("href", location.pathname + location.search);
  says.append(t.cannotBeLoaded, " ", again);
  addEventListener("online", () => location.reload(), { once: true });
}

function makeLine(): HTMLElement {
  const made = make("p", "banner");
  made.setAttribute("role", "status");
  return made;
}

/** Leaves for a page, unless that would only take this one away. */
export const leaveFor = (path: string): Promise<void> =>
  fetch("/", { method: "HEAD", cache: "no-store" }).then(
    () => goTo(path),
    () => sayAway(),
  );

/** A module that a reader's choice waits for. Where it does not come that is said; a connection or a choice tries again. */
export async function insistOn<Module>(load: () => Promise<Module>): Promise<Module> {
  for (;;)
    try {
      return await load();
    } catch {
      sayAway(t.notCountedYet);
      await new Promise((again) => {
        for (const event of ["online", "change"]) addEventListener(event, again, { once: true });
      });
    }
}
