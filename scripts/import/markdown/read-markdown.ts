import { readSettings, type Flavour, type Settings } from "./flavour.ts";
import { isData, numberIn, stringIn } from "../data.ts";
import { splitFrontmatter } from "./frontmatter.ts";
import { isTranslated, pairTranslations, readLanguage } from "./languages.ts";
import { Partials } from "./partials.ts";
import { readPage } from "./read-page.ts";
import { readYaml } from "./read-yaml.ts";
import type { Report } from "../report.ts";
import { listAddress } from "../navigation/docusaurus.ts";
import { findLines } from "../navigation/find-lines.ts";
import {
  asAddress,
  numberOf,
  withoutNumbers,
  type NavItem,
  type ReadOptions,
  type Source,
  type SourceFiles,
  type SourcePage,
  type SourcePlace,
} from "../source.ts";

type Options = ReadOptions & { flavour: Flavour };

/** What a repository has beside its pages. */
const NO_PAGE =
  /(?:^|\/)(?:SOURCE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|LICENSE|SECURITY|AGENTS|CLAUDE|SUMMARY)\.(?:mdx?|markdown)$/;
const PARTIAL = /(?:^|\/)_[^/]*\.(?:mdx?|markdown)$|(?:^|\/)_?(?:snippets|partials)\/|(?:^|\/)\.gitbook\/includes\//i;
/** `.github/`, `.claude/`: what tools keep beside the pages. */
const HIDDEN = /(?:^|\/)\.[^/]+\//;

/** Reads a folder of Markdown or MDX. */
export function readMarkdown(options: Options): Source {
  const { root, files, flavour, base, site, report } = options;
  const settings = readSettings(flavour, files, report);
  const pages = readPages({ ...options, files: fillVariables(files, settings.variables) }, settings);
  pairTranslations(pages);
  const { redirects, assets, origin, pagesIn } = settings;
  const below = base ?? settings.base;
  const home = site ?? (origin && `${origin}${below}`);
  const folders = readFolders(files, pagesIn, below);
  const { navigationIn: file } = settings;
  const lineOf = findLines((file && files.read(file)) ?? "");
  const placeOf = (words: string) => (file ? { file, line: lineOf(words) } : undefined);
  const navigation = settings.navigation.map((item) => complete(item, below, placeOf));
  return { root, flavour, pages, navigation, redirects, assets, folders, site: home };
}

/** `{{version}}` of Mintlify, which docs.json gives a value. */
function fillVariables(files: SourceFiles, variables: Settings["variables"]): SourceFiles {
  if (!variables) return files;
  const fill = (text: string) =>
    text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (all, name: string) => stringIn(variables, name) ?? all);
  const read = (name: string) => {
    const text = files.read(name);
    return text !== null && /\.mdx?$/i.test(name) ? fill(text) : text;
  };
  return { ...files, read };
}

/** Settings name lists of pages by their address below that of all pages. */
function complete(item: NavItem, base: string, placeOf: (words: string) => SourcePlace | undefined): NavItem {
  if ("page" in item) return { ...item, at: placeOf(item.page) };
  if (!("title" in item)) return item;
  // a part is named before what is in it
  const at = placeOf(item.title);
  return {
    ...item,
    addresses: item.addresses?.map((each) => asAddress(`${base}/${each}`)),
    at,
    items: item.items.map((each) => complete(each, base, placeOf)),
  };
}

function readPages({ files, flavour, languages, base, report, progress }: Options, settings: Settings) {
  const { pagesIn, locales } = settings;
  const partials = new Partials(files, flavour, report);
  const names = files.names.filter(
    (name) =>
      /\.(?:mdx?|markdown)$/i.test(name) &&
      (name.startsWith(pagesIn) || isTranslated(name)) &&
      (!HIDDEN.test(name) || PARTIAL.test(name)),
  );
  const read = (file: string): SourcePage[] => {
    const tell = report.about(file);
    const isNone = NO_PAGE.test(file) || (flavour === "mintlify" && file === "README.md");
    if (isNone && !file.endsWith("SUMMARY.md")) tell(1, file, "Not a page by its name: not imported.");
    if (isNone || PARTIAL.test(file)) return [];
    const spoken = readLanguage(file, pagesIn, languages, locales);
    if (spoken.missing) {
      tell(1, spoken.locale ?? "", "Not imported: hub.yaml has no such language. Write it there, then import again.");
      return [];
    }
    const text = files.read(file);
    if (text === null) return [];
    const changed = files.changed(file);
    const away = flavour === "mintlify" ? stringIn(splitFrontmatter(text, () => {}).data, "url") : undefined;
    if (away) {
      tell(1, away, "It only leads to another site: not imported. Link to that where readers need it.");
      return [];
    }
    const below = putLanguage(base ?? settings.base, settings.route, spoken.locale);
    return [readPage({ file, spoken, text, changed, base: below, flavour, partials, report })];
  };
  const pages = progress.each("Reading", names, String, read);
  for (const file of names.filter((name) => PARTIAL.test(name) && !partials.used.has(name)))
    report.about(file)(1, file, "A part that no page uses: not imported.");
  tellOthers(files, settings, partials, report);
  // what Mintlify's pages use is none itself
  return flavour === "mintlify" ? pages.filter(({ file }) => !partials.used.has(file)) : pages;
}

/** A language stands behind the site's own address, and before what only the pages have: `/help/de/docs/`. */
function putLanguage(base: string, route: string | undefined, locale: string | undefined): string {
  const end = route ? asAddress(route) : "/";
  const front = base.endsWith(end) ? base.slice(0, base.length - end.length) : base;
  return locale ? `${front}/${locale}/${base.endsWith(end) ? end : ""}` : base;
}

/** Pages that stand elsewhere than those that were read: a blog, older versions. */
function tellOthers(files: SourceFiles, { pagesIn }: Settings, partials: Partials, report: Report): void {
  const isOther = (name: string) => !name.startsWith(pagesIn) && !isTranslated(name) && !partials.used.has(name);
  const isPage = (name: string) =>
    name.includes("/") && !NO_PAGE.test(name) && !PARTIAL.test(name) && !HIDDEN.test(name);
  const others = files.names.filter((name) => /\.mdx?$/i.test(name) && isOther(name) && isPage(name));
  for (const [folder = "", names] of Map.groupBy(others, (name) => name.split("/")[0]))
    report.about(folder)(
      1,
      `${folder}/`,
      `Pages outside of ${pagesIn} (${names.length}): not imported. Import that folder by itself if you need them.`,
    );
}

/** Numbers that folders' names begin with, and `_category_.json` and `_category_.yml` of Docusaurus. */
function readFolders(files: SourceFiles, pagesIn: string, base: string): Source["folders"] {
  const found = files.names.filter((name) => /(?:^|\/)_category_\.(?:json|ya?ml)$/.test(name));
  const numbered = files.names
    .filter((name) => name.startsWith(pagesIn))
    .flatMap((name) => listFolders(name.slice(pagesIn.length)))
    .map((folder) => [withoutNumbers(folder), { order: numberOf(folder) }] as const);
  return new Map([
    ...numbered.filter(([, { order }]) => order !== undefined),
    ...found.flatMap((name) => {
      const data = readYaml(files.read(name) ?? "");
      const folder = withoutNumbers(name.slice(pagesIn.length).replace(/\/?_category_\.\w+$/, ""));
      const link = isData(data["link"]) ? data["link"] : {};
      const title = stringIn(data, "label");
      const own = listAddress(link, title ?? folder.replace(/^.*\//, ""));
      return [
        [
          folder,
          {
            title,
            summary: stringIn(link, "description"),
            order: numberIn(data, "position") ?? numberOf(name.slice(0, name.lastIndexOf("/"))),
            address: own && asAddress(`${base}/${own}`),
          },
        ] as const,
      ];
    }),
  ]);
}

/** `a/b/c.md` → `a`, `a/b` */
const listFolders = (name: string): string[] =>
  name
    .split("/")
    .slice(0, -1)
    .map((_, at, parts) => parts.slice(0, at + 1).join("/"));
