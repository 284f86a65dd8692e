import { dropComments, endOfBrackets, readObject } from "../literal.ts";
import { readSidebars } from "../navigation/docusaurus.ts";
import { fillNames } from "../navigation/fill-names.ts";
import { readNavigation, readRedirects } from "../navigation/mintlify.ts";
import { readSidebar } from "../navigation/starlight.ts";
import { readSummary } from "../navigation/gitbook.ts";
import { stringIn } from "./frontmatter.ts";
import { readMkdocsSettings } from "./mkdocs-settings.ts";
import { readYaml } from "./read-yaml.ts";
import { withoutExtension, withoutIndex } from "../source.ts";
import { asTopics, isData, listOf, textOf, type NavItem } from "../navigation/topics.ts";
import type { Source, SourceFiles } from "../source.ts";
import type { Report } from "../report.ts";

export const FLAVOURS = ["docusaurus", "starlight", "mintlify", "gitbook", "mkdocs", "markdown"] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** What a flavour's settings say of the whole: navigation, where pages lie, which address they had. */
export type Settings = Pick<Source, "topics" | "redirects" | "assets"> & {
  pagesIn: string;
  base: string;
  origin?: string;
  /** Folders that are another language's pages. */
  locales: Set<string>;
};

const MKDOCS = /^mkdocs\.ya?ml$/;

type Find = (pattern: RegExp) => string | undefined;

export function recogniseFlavour({ names }: SourceFiles): Flavour {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^(?:docs|mint)\.json$/)) return "mintlify";
  if (has(/^(?:docusaurus\.config|sidebars)\.[cm]?[jt]s$/) || has(/(?:^|\/)_category_\.(?:json|ya?ml)$/))
    return "docusaurus";
  if (has(/^astro\.config\.[cm]?[jt]s$/) || has(/^src\/content\/docs\//)) return "starlight";
  if (has(MKDOCS)) return "mkdocs";
  if (has(/^(?:\.gitbook\.yaml$|\.gitbook\/)/) || has(/(?:^|\/)SUMMARY\.md$/)) return "gitbook";
  return "markdown";
}

export function readSettings(flavour: Flavour, files: SourceFiles, report: Report): Settings {
  const find: Find = (pattern) => files.names.find((name) => pattern.test(name));
  if (flavour === "docusaurus") return readDocusaurus(files, find, report);
  if (flavour === "starlight") return readStarlight(files, find, report);
  if (flavour === "mintlify") return readMintlify(files, find, report);
  if (flavour === "gitbook") return readGitBook(files, find);
  if (flavour === "mkdocs") return readMkdocsSettings(readYaml(read(files, find(MKDOCS))), files.names);
  return { topics: [], redirects: [], assets: ["", "static", "public"], pagesIn: "", base: "/", locales: new Set() };
}

function readDocusaurus(files: SourceFiles, find: Find, report: Report): Settings {
  const config = dropComments(read(files, find(/^docusaurus\.config\.[cm]?[jt]s$/)));
  const sidebars = find(/^sidebars\.[cm]?[jt]s$|^sidebars\.json$/);
  const items = readCode(
    files,
    sidebars,
    /(?:module\.exports\s*=|export\s+default|sidebars\b[^=\n]{0,200}=)\s*(?=\{)|^\s*(?=\{)/,
    report,
  );
  // the pages' own settings: others of its plugins have addresses too
  const [own = ""] = /\bdocs\s*:\s*\{[\s\S]*/.exec(config) ?? [];
  const route = setting(own.slice(0, endOfBrackets(own, own.indexOf("{")) ?? 0), "routeBasePath") ?? "docs";
  const pagesIn = files.names.some((name) => /^docs\/.+\.mdx?$/.test(name)) ? "docs/" : "";
  return {
    topics: topicsOf(items, readSidebars),
    redirects: [],
    assets: ["static", ""],
    pagesIn,
    base: `/${setting(config, "baseUrl") ?? ""}/${route}/`,
    origin: setting(config, "url"),
    locales: new Set(),
  };
}

function readStarlight(files: SourceFiles, find: Find, report: Report): Settings {
  const name = find(/^astro\.config\.[cm]?[jt]s$/);
  const config = read(files, name);
  const items = /\bsidebar\s*[:,]/.test(config) ? readCode(files, name, /\bsidebar\s*:\s*(?=\[)/, report) : undefined;
  const pagesIn = files.names.some((each) => each.startsWith("src/content/docs/")) ? "src/content/docs/" : "";
  return {
    topics: topicsOf(items, readSidebar),
    redirects: [],
    assets: ["public", "src", ""],
    pagesIn,
    base: `/${setting(config, "base") ?? ""}/`,
    origin: setting(config, "site"),
    locales: localesOf(config),
  };
}

/** `locales: { root: { … }, de: { … } }` */
function localesOf(config: string): Set<string> {
  const locales = readObject(config, /\blocales\s*[:=]\s*(?=\{)/);
  return new Set(isData(locales) ? Object.keys(locales).filter((name) => name !== "root") : []);
}

function readMintlify(files: SourceFiles, find: Find, report: Report): Settings {
  const name = find(/^docs\.json$/) ?? find(/^mint\.json$/);
  let config: unknown;
  try {
    config = JSON.parse(read(files, name) || "{}");
  } catch {
    report.about(name ?? "docs.json")(1, "navigation", "It is no JSON and was not read: folders became topics.");
  }
  const settings = isData(config) ? config : {};
  return {
    topics: asTopics(readNavigation(settings["navigation"])),
    redirects: readRedirects(settings["redirects"], report.about(name ?? "docs.json")),
    assets: [""],
    pagesIn: "",
    base: "/",
    locales: languagesOf(settings["navigation"]),
  };
}

/** `navigation.languages: [{ language: "en" }, { language: "fr" }]`: each but the first has a folder of its own. */
function languagesOf(navigation: unknown): Set<string> {
  const languages = isData(navigation) ? listOf(navigation["languages"]) : [];
  return new Set(languages.flatMap((each) => (isData(each) ? (textOf(each["language"]) ?? []) : [])));
}

/** `.gitbook.yaml` says where the pages lie and which addresses lead on, `SUMMARY.md` how they are grouped. */
function readGitBook(files: SourceFiles, find: Find): Settings {
  const config = readYaml(read(files, find(/^\.gitbook\.ya?ml$/)));
  const root = (stringIn(config, "root") ?? "").replace(/^\.?\/+|\/+$/g, "");
  const pagesIn = root ? `${root}/` : "";
  const structure = stringIn(config, "structure.summary")?.replace(/^\.?\/+/, "") ?? "SUMMARY.md";
  const moved = isData(config["redirects"]) ? Object.entries(config["redirects"]) : [];
  return {
    topics: asTopics(
      readSummary(
        read(
          files,
          files.names.find((name) => name === pagesIn + structure),
        ),
      ),
    ),
    redirects: moved.flatMap(([from, to]): [string, string][] =>
      typeof to === "string" ? [[from, withoutIndex(withoutExtension(to))]] : [],
    ),
    assets: [pagesIn, ""],
    pagesIn,
    base: "/",
    locales: new Set(),
  };
}

const topicsOf = (items: unknown, readAll: (items: unknown) => NavItem[]) => (items ? asTopics(readAll(items)) : []);
const read = (files: SourceFiles, name: string | undefined): string => (name && files.read(name)) || "";
const setting = (config: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*:\\s*["']([^"'\\n]*)["']`).exec(config)?.[1];

function readCode(files: SourceFiles, name: string | undefined, before: RegExp, report: Report): unknown {
  if (!name) return undefined;
  const items = readObject(fillNames(read(files, name), name, files), before);
  const tell = (todo: string) => report.about(name)(1, "navigation", todo);
  if (items === undefined) tell("It is made by code, which is not run: folders became topics.");
  else if (JSON.stringify(items).includes('"...'))
    tell("A part of it is made by code, which is not run: the pages of that part stand by their folders.");
  return items;
}
