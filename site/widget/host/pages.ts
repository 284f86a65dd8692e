import type { HandrailPage } from "#site/public/handrail-widget.d.ts";
import { bareAddress, type HostPage } from "../messages.ts";
import type { Talk } from "./talk.ts";

/** Pages from before the panel was opened, over the loads of this tab. */
const KEY = "handrail.pages";
const NEWEST = 20;
/** An application changes the title after the address. */
const TITLE_MS = 300;
const LOOK_MS = 1000;

export type Pages = {
  /** The host names the page that it shows. */
  name: (page: HandrailPage) => void;
  /** Reports the page if it is another one by now. */
  look: () => void;
  /** The frame is there: it gets what waits; one that came in place of another, the page that is shown. */
  handOver: () => void;
};

/** Tells the frame which pages of the host a reader was on: by themselves, or those alone that the host names. */
export function followPages(talk: Talk, onlyNamed: boolean): Pages {
  let last: HostPage | undefined;
  let seen = location.origin + location.pathname;
  const report = ({ url = location.href, title = document.title, section = "" }: HandrailPage): void => {
    const address = bareAddress(url, location.href);
    if (!address) return;
    const page = { at: new Date().toISOString(), url: address, title, section };
    last = page;
    if (!talk.say({ type: "page", page }))
      keep([...recall().filter((each) => each.url !== address), page].slice(-NEWEST));
  };
  const look = (): void => {
    const here = location.origin + location.pathname;
    if (here === seen) return;
    seen = here;
    if (!onlyNamed) setTimeout(() => here === seen && report({}), TITLE_MS);
  };
  followHistory(look);
  if (!onlyNamed) report({});
  return {
    look,
    name: (page) => {
      seen = location.origin + location.pathname;
      report(page);
    },
    handOver: () => {
      const waiting = recall();
      if (waiting.length === 0 && last) waiting.push(last);
      for (const page of waiting) talk.say({ type: "page", page });
      keep([]);
    },
  };
}

/** Nothing of the host's is changed to hear of it: where the browser tells nothing, it is looked at now and then. */
function followHistory(look: () => void): void {
  const navigation = "navigation" in window ? window.navigation : null;
  navigation?.addEventListener("currententrychange", look);
  addEventListener("popstate", look);
  addEventListener("pageshow", look);
  if (!navigation) setInterval(look, LOOK_MS);
}

function recall(): HostPage[] {
  try {
    // only this module writes there; the frame reads each as if it were anybody's
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as HostPage[];
  } catch {
    return [];
  }
}

function keep(pages: HostPage[]): void {
  try {
    if (pages.length > 0) sessionStorage.setItem(KEY, JSON.stringify(pages));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Forbidden or full: the trail begins when the panel is opened.
  }
}
