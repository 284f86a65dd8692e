import type { Root } from "mdast";
import type { Report } from "./report.ts";

/** A page as it came, before anything is decided about it. */
export type SourcePage = {
  /** Within the source, with `/`. */
  file: string;
  /** What navigation and links may call it, without extension. */
  names: string[];
  title?: string;
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

export type SourceTopic = {
  title: string;
  summary?: string;
  /** Names of pages in their order; `folder/` stands for all that are below it. */
  pages: string[];
};

export type Source = {
  root: string;
  flavour: string;
  pages: SourcePage[];
  /** Empty when the source has no navigation: then folders are topics. */
  topics: SourceTopic[];
  /** Titles of folders, and their place. */
  folders: Map<string, { title?: string; summary?: string; order?: number }>;
  /** The site it comes from, such as `https://docs.example.com/guides/`. */
  site?: string;
  /** What the site itself sent elsewhere: old path to path. */
  redirects: [string, string][];
  /** Folders that images with an absolute path lie in, within the source. */
  assets: string[];
};

export type ReadOptions = { root: string; files: SourceFiles; site?: string; report: Report };

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
/** `guides/index` → `guides` */
export const withoutIndex = (name: string): string => name.replace(/(?:^|\/)(?:index|readme)$/i, "");
export const withoutExtension = (name: string): string => name.replace(/\.(?:mdx?|markdown|html?)$/i, "");

/** `docs/x` → `/docs/x/` */
export const asAddress = (path: string): string => `/${path}/`.replace(/\/{2,}/g, "/");
