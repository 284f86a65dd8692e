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
  again.setAttribute("href", ""); // this page
  says.append(t.cannotBeLoaded, " ", again);
  addEventListener("online", () => location.reload(), { once: true });
}

function makeLine(): HTMLElement {
  const made = make("p", "banner");
  made.setAttribute("role", "status");
  return made;
}

/** Does what takes this page away, unless there is no connection and nothing would come instead. */
const whenReached = (leave: () => void | Promise<void>, away?: string): Promise<void> =>
  fetch("/", { method: "HEAD", cache: "no-store" })
    .then(leave)
    .catch(() => sayAway(away));

export const leaveFor = (path: string): Promise<void> => whenReached(() => goTo(path));

/** It can be loaded wherever the page can be loaded anew. */
export const loadChoices = () => import("./choices.ts");

/**
 * What a browser could not load may stay missing for as long as the page is open: Firefox asks for a module only once. So
 * the page comes anew, with what was chosen on it. `away` is said where it does not.
 */
export const loadAnew = (away?: string): Promise<void> =>
  whenReached(() => loadChoices().then((choices) => choices.keepAndReload()), away);

/** A module that a reader's choice waits for. Where it does not come that is said; a connection or a choice tries again. */
export async function insistOn<Module>(load: () => Promise<Module>): Promise<Module> {
  for (;;)
    try {
      return await load();
    } catch {
      const again = new Promise((resolve) => {
        for (const event of ["online", "change"]) addEventListener(event, resolve, { once: true });
      });
      await loadAnew(t.notCountedYet);
      await again;
    }
}
