import type { Element, Root } from "hast";
import { dayOf } from "../source.ts";
import { classesOf, elementsOf, findElement, isElement, propertyOf, wordsOf } from "./elements.ts";

/** What a page says of itself, outside of its text. */
export type Head = {
  title?: string;
  summary?: string;
  keywords: string[];
  /** YYYY-MM-DD */
  updated?: string;
  /** Where it was read. */
  address?: URL;
  /** Where the same page is read in other languages. */
  alternates: string[];
  locale?: string;
  /** It only leads on to another page. */
  leadsTo?: string;
  /** The lists that it is in, by the way that leads to it: the widest first. */
  crumbs: string[];
};

export function readHead(page: Root, source: string): Head {
  const all = [...elementsOf(page)];
  const meta = (...names: string[]) =>
    names
      .map((name) =>
        all.find(
          (each) => each.tagName === "meta" && [each.properties["name"], each.properties["property"]].includes(name),
        ),
      )
      .map((found) => found && propertyOf(found, "content")?.trim())
      .find(Boolean);
  const links = (rel: string) =>
    all
      .filter((each) => each.tagName === "link" && propertyOf(each, "rel") === rel)
      .map((each) => propertyOf(each, "href") ?? "");
  const title = readTitle(page, meta("og:title"));
  return {
    title,
    summary: meta("description", "og:description") ?? readLead(page),
    keywords: (meta("keywords") ?? "").split(","),
    updated: dayOf(meta("article:modified_time", "og:updated_time", "last-modified", "article:published_time")),
    address: readAddress([...links("canonical"), meta("og:url") ?? ""], source),
    alternates: links("alternate").flatMap((href) => URL.parse(href)?.pathname ?? []),
    locale: all.find(({ tagName }) => tagName === "html")?.properties["lang"]?.toString(),
    leadsTo: readRefresh(all),
    crumbs: readCrumbs(page, title),
  };
}

/** The text's first heading; the window's title carries the site's name too. */
function readTitle(page: Root, shared: string | undefined): string | undefined {
  const heading = findElement(page, (each) => each.tagName === "h1" && wordsOf(each) !== "");
  if (heading) return wordsOf(heading).replace(/\s*[#¶§]$/, "");
  const window = findElement(page, ({ tagName }) => tagName === "title");
  return shared ?? (window && wordsOf(window).replace(/\s+[|–—·-]\s+[^|–—·]*$/, "")) ?? undefined;
}

/** What stands beside the title as the sentence below it. */
function readLead(page: Root): string | undefined {
  const isLead = (name: string) => /(?:^|[-_])(?:description|lead|lede|subtitle|summary|tagline)$/i.test(name);
  const header = findElement(
    page,
    (each) => each.tagName === "header" && findElement(each, ({ tagName }) => tagName === "h1") !== undefined,
  );
  const lead = header && findElement(header, (each) => each.tagName !== "h1" && classesOf(each).some(isLead));
  return lead && wordsOf(lead);
}

/** As the page says itself, or as browsers and HTTrack note it when they save one. */
function readAddress(given: string[], source: string): URL | undefined {
  const start = source.slice(0, 20_000);
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(start)?.[1];
  const mirrored = /<!--\s*Mirrored from (\S+) by HTTrack/i.exec(start)?.[1];
  const addresses = [...given, saved ?? "", mirrored ? `https://${mirrored}` : ""];
  return addresses.flatMap((each) => (/^https?:/i.test(each) ? (URL.parse(each) ?? []) : []))[0];
}

function readRefresh(all: Element[]): string | undefined {
  const refresh = all.find((each) => each.tagName === "meta" && /^refresh$/i.test(propertyOf(each, "httpEquiv") ?? ""));
  return /url\s*=\s*["']?([^"']+)/i.exec((refresh && propertyOf(refresh, "content")) ?? "")?.[1]?.trim();
}

/** Breadcrumbs but for the start and the page itself. */
function readCrumbs(page: Root, title: string | undefined): string[] {
  const isCrumbs = (each: Element) =>
    /breadcrumb/i.test(propertyOf(each, "ariaLabel") ?? "") ||
    classesOf(each).some((name) => /^breadcrumbs?$/i.test(name));
  const crumbs = findElement(page, isCrumbs);
  const items = crumbs ? [...elementsOf(crumbs)].filter((each) => isElement(each, "li")) : [];
  return items
    .map(wordsOf)
    .filter((each) => each !== "" && each !== title)
    .slice(1);
}
