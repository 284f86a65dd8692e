import { firstPainted } from "./painted.ts";

export type Section = { id: string; title: string };
type Place = { id: string; heading: HTMLElement; links: HTMLAnchorElement[] };

/** The document hears by this event that another section is being read. */
export const SECTION_CHANGED = "handrail:section";
const STAYS_MS = 8000;
let places: Place[] = [];
let reading: Place | null = null;
let staying: ReturnType<typeof setTimeout> | undefined;
let waiting = false;
let tellRead: (section: Section) => void;

/** The section that is being read, as its link in "On this page" names it. */
export const currentSection = (): Section | null => reading && { id: reading.id, title: titleOf(reading) };

/** Marks the section being read in every "On this page", and reports those where a reader stays. */
export function followSections(onRead: (section: Section) => void): void {
  const byId = new Map<string, HTMLAnchorElement[]>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-toc] a[href^='#']")) {
    const id = decodeURIComponent(link.hash.slice(1));
    byId.set(id, [...(byId.get(id) ?? []), link]);
  }
  places = [...byId].flatMap(([id, links]) => {
    const heading = document.getElementById(id);
    return heading ? [{ id, heading, links }] : [];
  });
  tellRead = onRead;
  // once, also where one article follows another in the same page
  addEventListener("scroll", lookSoon, { passive: true });
  addEventListener("resize", lookSoon, { passive: true });
  // where things stand is not known before they are laid out
  void firstPainted().then(markSection);
}

function lookSoon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(markSection);
}

function markSection(): void {
  waiting = false;
  // A section is being read from when its heading passes the upper third until the next one does.
  const line = innerHeight / 3;
  const next = places.findLast(({ heading }) => heading.getBoundingClientRect().top <= line) ?? null;
  if (next === reading) return;
  for (const link of reading?.links ?? []) link.removeAttribute("aria-current");
  for (const link of next?.links ?? []) link.setAttribute("aria-current", "true");
  reading = next;
  document.dispatchEvent(new Event(SECTION_CHANGED));
  clearTimeout(staying);
  if (next) staying = setTimeout(() => tellRead({ id: next.id, title: titleOf(next) }), STAYS_MS);
}

const titleOf = ({ links }: Place): string => links[0]?.textContent?.trim() ?? "";
