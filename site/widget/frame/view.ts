/** Pages of the hub, shown within the frame: fetched as they are built, and woken as on a page of their own. */
import { findArticle } from "#site/islands/article.ts";
import { focusOn, here } from "#site/islands/dom.ts";
import { loadStyle } from "#site/islands/load-style.ts";
import { keep, recall } from "#site/islands/store.ts";
import { openTarget, wakeArticle, wakeParts } from "#site/islands/wake.ts";
import { widgetFrameWords as t } from "./frame.words.ts";

const BASE = here("");
const HOME = here("/widget/");
/** Pages of another language open in a tab: the words of this frame's scripts are in its own. */
const SHOWN = new RegExp(
  `^${BASE}/(?:(?:articles/[^/]+/[^/]+|learn(?:/[^/]+)?|topics/[^/]+|contact|status|widget)/)?$`,
);
/** The page that is shown, without its language: a frame in another one goes on there. */
const PLACE = "handrail.widget.place";
const view = document.querySelector<HTMLElement>("[data-view]");
const home = [...(view?.childNodes ?? [])];
const back = document.querySelector<HTMLButtonElement>("[data-back]");
const says = document.querySelector<HTMLElement>("[data-loading]");

type Place = { path: string; top: number };
/** Where the reader came through: in the frame, so that the host's way back stays the host's. */
const places: Place[] = [];
let shown = HOME;
let latest = 0;

/** What the frame shows itself. Anything else opens in a tab. */
export const isShown = ({ origin, pathname }: URL): boolean => origin === location.origin && SHOWN.test(pathname);

/** Shows a page of the hub; a section of the one that is shown is gone to. `mayFocus`: whether its heading takes the focus. */
export async function showPage(path: string, mayFocus = () => true): Promise<void> {
  const url = new URL(path, new URL(shown, location.href));
  if (shown === url.pathname + url.search && url.hash) return goToSection(url.hash);
  const place = { path: shown, top: scrollY };
  if (await replaceView(url, mayFocus)) {
    if (place.path !== shown) places.push(place);
    markBack();
  }
}

/** Shows what a frame in another language has shown here just before. Who is in the host's page meanwhile is left there. */
export function goOn(): void {
  const path = recall<string>("tab", PLACE);
  if (path) void showPage(here(path), () => document.hasFocus());
}

function setShown(path: string): void {
  shown = path;
  keep("tab", PLACE, path === HOME || path === "" ? null : path.slice(BASE.length));
}

export async function goBack(): Promise<void> {
  const place = places.pop();
  if (place && (await replaceView(new URL(place.path, location.href)))) scrollTo(0, place.top);
  markBack();
}

/** Shows something that no address has, such as thanks. Back leads home. */
export function showNodes(...nodes: Node[]): void {
  latest++;
  places.splice(0, places.length, { path: HOME, top: 0 });
  setShown("");
  history.replaceState(null, "", HOME);
  view?.replaceChildren(...nodes);
  nameMain();
  markBack();
  focusHeading();
}

/** The page did not come: it is gone, or there is no connection. */
function showAway({ pathname, search }: URL): void {
  const copy = copyOf("away");
  for (const link of copy?.querySelectorAll("a") ?? []) link.href = pathname + search;
  if (copy) showNodes(copy);
}

/** What widget.astro holds for later. */
export function copyOf(name: "away" | "sent"): DocumentFragment | null {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-${name}]`);
  return template && document.importNode(template.content, true);
}

function markBack(): void {
  if (back) back.hidden = places.length === 0;
}

/** The host's page has a `main` too. */
function nameMain(): void {
  const main = view?.querySelector("main");
  if (main) main.ariaLabel = document.title;
}

/** False where another page was asked for meanwhile, or none came. */
async function replaceView(url: URL, mayFocus = () => true): Promise<boolean> {
  const mine = ++latest;
  const isHome = url.pathname === HOME || url.pathname === here("/");
  const page = isHome ? null : await fetchPage(url);
  if (mine !== latest) return false;
  if (!isHome && !page) {
    showAway(url);
    return false;
  }
  setShown(isHome ? HOME : url.pathname + url.search);
  // islands read what they are about from the address; a reload begins at home
  history.replaceState(null, "", HOME + url.search);
  view?.replaceChildren(...(page ? [page] : home));
  nameMain();
  scrollTo(0, 0);
  const text = document.querySelector<HTMLElement>("article[data-article-id]");
  if (text) text.dataset["url"] = url.pathname;
  const article = findArticle();
  if (article) wakeArticle(article);
  void wakeParts();
  if (url.hash) goToSection(url.hash);
  else if (mayFocus()) focusHeading();
  return true;
}

async function fetchPage({ pathname, search }: URL): Promise<Node | null> {
  if (says) says.textContent = t.opening;
  try {
    const response = await fetch(pathname + search, { headers: { accept: "text/html" } });
    if (!response.ok) return null;
    // nothing in it runs: what moves is imported by this page
    const built = new DOMParser().parseFromString(await response.text(), "text/html");
    const main = built.querySelector(".rest > :is(main, .view)");
    const styles = built.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][href]');
    await Promise.all([...styles].map((link) => loadStyle(link.getAttribute("href") ?? "")));
    return main && document.adoptNode(main);
  } catch {
    return null;
  } finally {
    if (says) says.textContent = "";
  }
}

/** The address gets it without a step in the history, and `:target` with it. */
function goToSection(hash: string): void {
  location.replace(hash);
  openTarget();
  focusOn(document.getElementById(decodeURIComponent(hash.slice(1))));
}

const focusHeading = (): void => focusOn(view?.querySelector<HTMLElement>("h1"));
