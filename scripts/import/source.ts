import type { Root } from "mdast";
import { utcDay } from "#content/utc-day.ts";
import { slugOf } from "#site/blocks/slug.ts";
import type { Progress } from "./progress.ts";
import type { Report } from "./report.ts";

/** A page as it came, before anything is decided about it. */
export type SourcePage = {
  /** Within the source, with `/`. */
  file: string;
  /** Where it stands among the others, `guides/start`: what folders and their order are read of. */
  path: string;
  /** What navigation and links may call it, without extension. */
  names: string[];
  /** The groups that it is in, the widest first, where the page itself says it. */
  crumbs?: string[];
  /** The hub's name of its language, where that is not the default one. */
  language?: string;
  /** The file of the page that it is a translation of. */
  original?: string;
  title?: string;
  /** The title is kept apart from the text, whose headings are sections then. */
  titleApart?: boolean;
  summary?: string;
  short?: string;
  /** Where readers found it: paths with `/` at both ends. */
  addresses: string[];
  /** YYYY-MM-DD */
  updated: string;
  draft: boolean;
  keywords: string[];
  /** Where it stands among the pages of its folder, when nothing else says. */
  order?: number;
  tree: Root;
};

/** What the report names: a file or folder within the source, and a line. */
export type SourcePlace = { file: string; line: number };

/** A part of the source's navigation, whatever it was written in: a page by its name, a folder, or a group of parts. */
export type NavItem = NavPage | { folder: string } | NavGroup;
/** `label`: what the navigation calls it. */
export type NavPage = { page: string; label?: string; at?: SourcePlace };
export type NavGroup = {
  title: string;
  summary?: string;
  /** Where readers found its list of pages: paths with `/` at both ends. */
  addresses?: string[];
  /** Its first page is called as it is: the group has no name of its own. */
  isPage?: boolean;
  /** Where the source names it. */
  at?: SourcePlace;
  items: NavItem[];
};

export type Source = {
  root: string;
  flavour: string;
  pages: SourcePage[];
  /** Empty when the source has none: then folders are topics. */
  navigation: NavItem[];
  /** Titles of folders, their place, and where readers found their lists of pages. */
  folders: Map<string, { title?: string; summary?: string; order?: number; address?: string }>;
  /** The site it comes from, such as `https://docs.example.com/guides/`. */
  site?: string;
  /** What the site itself sent elsewhere: old path to path. */
  redirects: [string, string][];
  /** Folders that images with an absolute path lie in, within the source. */
  assets: string[];
  /** One path for all that an address may be written as. */
  plainAddress?: (address: string) => string;
};

export type ReadOptions = {
  root: string;
  files: SourceFiles;
  /** The hub's languages, the default one first. */
  languages: string[];
  site?: string;
  /** The path of `site`: what stands before every address. */
  base?: string;
  report: Report;
  progress: Progress;
};

/** What of a folder may be read: the rest has been told. */
export type SourceFiles = {
  /** Paths within the root, with `/`, sorted. */
  names: string[];
  /** Text of a file, whatever its encoding. Null when it is too large or gone. */
  read: (name: string) => string | null;
  /** YYYY-MM-DD */
  changed: (name: string) => string;
};

/** `guides/01-start` → `guides/start`: numbers that only sort are no part of a name. */
export const withoutNumbers = (name: string): string =>
  name.replace(/(^|\/)\d{1,3}\s*[-_.]+\s*(?=[^\d/.][^/]*)/g, "$1");
/** `guides/01-start` → 1: the place that a name gives among its neighbours. */
export function numberOf(name: string): number | undefined {
  const found = /(?:^|\/)(\d{1,3})\s*[-_.]+[^/]*$/.exec(name)?.[1];
  return found === undefined ? undefined : Number(found);
}
/** `guides/index` → `guides` */
export const withoutIndex = (name: string): string => name.replace(/(?:^|\/)(?:index|readme)$/i, "");
/** What the page itself gives its article as a name, by its address. "": nothing that could be one. */
export const slugOfPage = ({ names, path }: SourcePage): string =>
  slugOf(
    withoutIndex(names.at(-1) || path)
      .split("/")
      .findLast(Boolean) ?? "",
  );
export const withoutExtension = (name: string): string => name.replace(/\.(?:mdx?|markdown|html?)$/i, "");
export const isPicture = (url: string): boolean => /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?$/i.test(url);

/** `docs/x` → `/docs/x/` */
export const asAddress = (path: string): string => `/${path}/`.replace(/\/{2,}/g, "/");

export function decodeAddress(words: string): string {
  try {
    return decodeURIComponent(words).replaceAll("\0", "");
  } catch {
    return words;
  }
}

/** `de-de` → `de`, where the hub has that. Undefined: it has no such language. */
export const languageOf = (locale: string, languages: string[]): string | undefined => {
  const asked = locale.toLowerCase().replaceAll("_", "-");
  return (
    languages.find((language) => language.toLowerCase() === asked) ??
    languages.find((language) => language.toLowerCase().split("-")[0] === asked.split("-")[0])
  );
};

/** YYYY-MM-DD of a date in any form. */
export function dayOf(said: string | null | undefined): string | undefined {
  const date = said ? new Date(said) : null;
  return date && !Number.isNaN(date.getTime()) ? utcDay(date) : undefined;
}

/** As long as an article's keywords may be. */
export const fitKeywords = (words: string[]): string[] => [
  ...new Set(words.map((word) => word.trim()).filter((word) => word.length >= 2 && word.length <= 60)),
];
