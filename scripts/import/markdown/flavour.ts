import { dropComments, endOfBrackets, readObject } from "../literal.ts";
import { readSidebars } from "../navigation/docusaurus.ts";
import { fillNames } from "../navigation/fill-names.ts";
import { readNavigation, readRedirects } from "../navigation/mintlify.ts";
import { readSidebar } from "../navigation/starlight.ts";
import { readGitBookSettings } from "./gitbook-settings.ts";
import { readMkdocsSettings } from "./mkdocs-settings.ts";
import { readYaml } from "./read-yaml.ts";
import { isData, listOf, textOf, type Data } from "../data.ts";
import { asAddress, type Source, type SourceFiles } from "../source.ts";
import type { Report } from "../report.ts";

const MKDOCS = /^mkdocs\.ya?ml$/;

export const FLAVOURS = ["docusaurus", "starlight", "mintlify", "gitbook", "mkdocs", "markdown"] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** What a flavour's settings say of the whole: navigation, where pages lie, which address they had. */
export type Settings = Pick<Source, "navigation" | "redirects" | "assets"> & {
  /** The file that has the navigation. */
  navigationIn?: string;
  pagesIn: string;
  /** What stands before every address, and the last part of it that stands behind a language. */
  base: string;
  route?: string;
  origin?: string;
  /** What pages put in by name. */
  variables?: Data;
  /** Folders that are another language's pages. */
  locales: Set<string>;
};

type ByFile = { flavour: Flavour; files: RegExp };
/** What of a folder's files says its flavour: the first that there is. */
const SIGNS: ByFile[] = [
  { flavour: "mintlify", files: /^(?:docs|mint)\.json$/ },
  { flavour: "docusaurus", files: /^(?:docusaurus\.config|sidebars)\.[cm]?[jt]s$|(?:^|\/)_category_\.(?:json|ya?ml)$/ },
  { flavour: "starlight", files: /^astro\.config\.[cm]?[jt]s$|^src\/content\/docs\// },
  { flavour: "mkdocs", files: MKDOCS },
  { flavour: "gitbook", files: /^\.gitbook(?:\.yaml$|\/)|(?:^|\/)SUMMARY\.md$/ },
];

export const recogniseFlavour = ({ names }: SourceFiles): Flavour =>
  SIGNS.find(({ files }) => names.some((name) => files.test(name)))?.flavour ?? "markdown";

const READERS: Record<Flavour, (files: SourceFiles, report: Report) => Partial<Settings>> = {
  docusaurus: readDocusaurus,
  starlight: readStarlight,
  mintlify: readMintlify,
  gitbook: (files) =>
    readGitBookSettings(readYaml(read(files, find(files, /^\.gitbook\.ya?ml$/))), (name) => read(files, name)),
  mkdocs: (files) => {
    const name = find(files, MKDOCS);
    return { ...readMkdocsSettings(readYaml(read(files, name)), files.names), navigationIn: name };
  },
  markdown: () => ({ assets: ["", "static", "public"] }),
};

export const readSettings = (flavour: Flavour, files: SourceFiles, report: Report): Settings => ({
  navigation: [],
  redirects: [],
  assets: [""],
  pagesIn: "",
  base: "/",
  locales: new Set(),
  ...READERS[flavour](files, report),
});

function readDocusaurus(files: SourceFiles, report: Report): Partial<Settings> {
  const config = dropComments(read(files, find(files, /^docusaurus\.config\.[cm]?[jt]s$/)));
  const sidebars = find(files, /^sidebars\.[cm]?[jt]s$|^sidebars\.json$/);
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
    navigation: items ? readSidebars(items) : [],
    navigationIn: sidebars,
    assets: ["static", ""],
    pagesIn,
    base: asAddress(`${setting(config, "baseUrl") ?? ""}/${route}`),
    route,
    redirects: redirectsOf(config, setting(config, "baseUrl")),
    origin: setting(config, "url"),
  };
}

function readStarlight(files: SourceFiles, report: Report): Partial<Settings> {
  const name = find(files, /^astro\.config\.[cm]?[jt]s$/);
  const config = read(files, name);
  const items = /\bsidebar\s*[:,]/.test(config) ? readCode(files, name, /\bsidebar\s*:\s*(?=\[)/, report) : undefined;
  const pagesIn = files.names.some((each) => each.startsWith("src/content/docs/")) ? "src/content/docs/" : "";
  return {
    navigation: items ? readSidebar(items) : [],
    navigationIn: name,
    assets: ["public", "src", ""],
    pagesIn,
    base: asAddress(setting(config, "base") ?? ""),
    redirects: redirectsOf(config, setting(config, "base")),
    origin: setting(config, "site"),
    locales: localesOf(config),
  };
}

/** `redirects: [{ from, to }]` of Docusaurus's plugin and `redirects: { "/old": "/new" }` of Astro's, where they are plain data. */
function redirectsOf(config: string, base = ""): [string, string][] {
  const given = readObject(config, /\bredirects\s*:\s*(?=[[{])/);
  const pairs = isData(given)
    ? Object.entries(given).map(([from, to]) => [[from], isData(to) ? to["destination"] : to] as const)
    : listOf(given).flatMap((each) => (isData(each) ? [[[each["from"]].flat(), each["to"]] as const] : []));
  return pairs.flatMap(([froms, to]) =>
    froms.flatMap((from): [string, string][] =>
      typeof from === "string" && typeof to === "string" && !/[*:[]/.test(from + to)
        ? [[asAddress(`${base}/${from}`), asAddress(`${base}/${to}`)]]
        : [],
    ),
  );
}

/** `locales: { root: { … }, de: { … } }` */
function localesOf(config: string): Set<string> {
  const locales = readObject(config, /\blocales\s*[:=]\s*(?=\{)/);
  return new Set(isData(locales) ? Object.keys(locales).filter((name) => name !== "root") : []);
}

function readMintlify(files: SourceFiles, report: Report): Partial<Settings> {
  const name = find(files, /^docs\.json$/) ?? find(files, /^mint\.json$/);
  let config: unknown;
  try {
    config = JSON.parse(read(files, name) || "{}");
  } catch {
    report.about(name ?? "docs.json")(1, "navigation", "It is no JSON and was not read: folders became topics.");
  }
  const settings = isData(config) ? config : {};
  return {
    navigation: readNavigation(settings["navigation"]),
    navigationIn: name,
    variables: isData(settings["variables"]) ? settings["variables"] : undefined,
    redirects: readRedirects(settings["redirects"], report.about(name ?? "docs.json")),
    locales: languagesOf(settings["navigation"]),
  };
}

/** `navigation.languages: [{ language: "en" }, { language: "fr" }]`: each but the first has a folder of its own. */
function languagesOf(navigation: unknown): Set<string> {
  const languages = isData(navigation) ? listOf(navigation["languages"]) : [];
  return new Set(languages.flatMap((each) => (isData(each) ? (textOf(each["language"]) ?? []) : [])));
}

const find = ({ names }: SourceFiles, pattern: RegExp) => names.find((name) => pattern.test(name));
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
