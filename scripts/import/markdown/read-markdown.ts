import { parse } from "yaml";
import { FLAVOURS, readSettings, recogniseFlavour, type Flavour } from "./flavour.ts";
import { isData, numberIn, stringIn } from "./frontmatter.ts";
import { readPage } from "./read-page.ts";
import type { Progress } from "../progress.ts";
import { withoutNumbers, type ReadOptions, type Source, type SourceFiles } from "../source.ts";

type Options = ReadOptions & { flavour?: string; base?: string; progress: Progress };

/** A partial, a page that is code, or another language's copy: no article. */
const NO_PAGE =
  /(?:^|\/)(?:_[^/]*|SOURCE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|LICENSE|SECURITY)\.(?:mdx?|markdown)$|(?:^|\/)(?:snippets|_snippets|i18n|partials)\//i;

/** Reads a folder of Markdown or MDX in any of the flavours. @throws Error when the flavour is not one. */
export function readMarkdown({ root, files, flavour, base, site, report, progress }: Options): Source {
  if (flavour && !(FLAVOURS as readonly string[]).includes(flavour))
    throw new Error(`There is no flavour "${flavour}"; there are ${FLAVOURS.join(", ")}.`);
  // checked right above
  const chosen = (flavour as Flavour | undefined) ?? recogniseFlavour(files);
  const settings = readSettings(chosen, files, report);
  const names = files.names.filter((name) => /\.(?:mdx?|markdown)$/i.test(name) && name.startsWith(settings.pagesIn));
  const pages = progress.each(
    "Reading",
    names,
    (file) => {
      if (NO_PAGE.test(file)) {
        report.about(file)(1, file, "Not a page by its name: not imported.");
        return [];
      }
      const text = files.read(file);
      if (text === null) return [];
      const isMdx = file.endsWith(".mdx") || chosen === "docusaurus" || chosen === "mintlify";
      const name = file.slice(settings.pagesIn.length);
      const page = { file, name, text, changed: files.changed(file), base: base ?? settings.base, isMdx, report };
      return [readPage(page)];
    },
    report,
  );
  const { topics, redirects, assets, origin } = settings;
  const home = site ?? (origin && `${origin}${base ?? settings.base}`);
  return {
    root,
    flavour: chosen,
    pages,
    topics,
    redirects,
    assets,
    folders: readFolders(files, settings.pagesIn),
    site: home,
  };
}

/** `_category_.json` and `_category_.yml` of Docusaurus. */
function readFolders(files: SourceFiles, pagesIn: string): Source["folders"] {
  const found = files.names.filter((name) => /(?:^|\/)_category_\.(?:json|ya?ml)$/.test(name));
  return new Map(
    found.flatMap((name) => {
      const data = readData(files.read(name) ?? "");
      const folder = withoutNumbers(name.slice(pagesIn.length).replace(/\/?_category_\.\w+$/, ""));
      const summary = isData(data["link"]) ? stringIn(data["link"], "description") : undefined;
      return [[folder, { title: stringIn(data, "label"), summary, order: numberIn(data, "position") }] as const];
    }),
  );
}

function readData(text: string): Record<string, unknown> {
  try {
    const data: unknown = parse(text, { maxAliasCount: 0 });
    return isData(data) ? data : {};
  } catch {
    return {};
  }
}
