import { here, opensElsewhere } from "#site/islands/dom.ts";
import { leaveTrail } from "#site/islands/trail/trail.ts";
import { widgetFrameWords as t } from "./frame.words.ts";
import { openSignedIn } from "./identify.ts";
import { isShown, showPage } from "./view.ts";

const OWN = new RegExp(`^${here("")}/(?:setup|sign-in)/`);
/** A customer's own pages, which lead to a CRM or a mail and back. */
const isOwn = ({ origin, pathname }: URL): boolean => origin === location.origin && OWN.test(pathname);

/** Links to what the frame can show are followed in it; all others open in a tab, and the host's page stays where it is. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (opensElsewhere(event) || event.altKey) return;
    const url = new URL(link.href);
    if (!leadsOut(link)) {
      event.preventDefault();
      void showPage(isSection(link) ? url.hash : url.pathname + url.search + url.hash);
      return;
    }
    openInTab(link);
    if (!isOwn(url)) return;
    leaveTrail({ kind: "page", ref: url.href, title: t.wentTo(link.textContent.trim()) });
    if (openSignedIn(url.pathname + url.search + url.hash)) event.preventDefault();
  });
  // a form whose script has not come yet is answered by a page of its own
  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target instanceof HTMLFormElement) target.target = "_blank";
  });
  markLinks();
  new MutationObserver(markLinks).observe(document.body, { childList: true, subtree: true });
}

const isSection = (link: HTMLAnchorElement): boolean => link.getAttribute("href")?.startsWith("#") === true;
const leadsOut = (link: HTMLAnchorElement): boolean =>
  link.target === "_blank" || !(isSection(link) || isShown(new URL(link.href)));

function openInTab(link: HTMLAnchorElement): void {
  link.target = "_blank";
  link.relList.add("noopener");
}

/** A reader knows before they press it that a link opens a tab; the sign, and its words for who hears it, are in widget-page.css. */
function markLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    'a[href^="/"]:not([data-out], [data-ask], [data-search], [data-press]), a[href^="http"]:not([data-out])',
  )) {
    if (!leadsOut(link)) continue;
    openInTab(link);
    link.dataset["out"] = t.opensTab;
  }
}
