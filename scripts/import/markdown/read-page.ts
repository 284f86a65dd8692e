import { isData, listIn, numberIn, stringIn, type Data } from "../data.ts";
import { splitFrontmatter } from "./frontmatter.ts";
import { isMdx, parsePage } from "./parse-page.ts";
import type { Flavour } from "./flavour.ts";
import type { Spoken } from "./languages.ts";
import type { Partials } from "./partials.ts";
import type { Report, Tell } from "../report.ts";
import {
  asAddress,
  dayOf,
  fitKeywords,
  numberOf,
  withoutExtension,
  withoutIndex,
  withoutNumbers,
  type SourcePage,
} from "../source.ts";

type Read = {
  /** Within the source. */
  file: string;
  /** Its name within the folder of the pages, which its address is made of, and its language. */
  spoken: Spoken;
  text: string;
  changed: string;
  /** What stands before every address, `/docs/`. */
  base: string;
  flavour: Flavour;
  partials: Partials;
  report: Report;
};

/** Reads one file of Markdown or MDX, with the fields that any flavour has. */
export function readPage({ file, spoken, text, changed, base, flavour, partials, report }: Read): SourcePage {
  const tell = report.about(file);
  const { name, locale, language } = spoken;
  const { data, body } = splitFrontmatter(text, tell);
  if (!isMdx(file, flavour) && flavour !== "mkdocs") tellForeign(body, tell);
  for (const part of ["hero", "banner"].filter((each) => isData(data[each])))
    tell(
      1,
      `${part}: ${JSON.stringify(data[part])}`,
      "What the first lines say of it was left out: put into the text what readers need of it.",
    );
  const made = stringIn(data, "openapi", "asyncapi");
  if (made) tell(1, made, "What is made of an API's description is not here: write it, or link to where it is.");
  const parsed = parsePage({ file, body, flavour, tell });
  partials.settle(parsed, file);
  const plain = withoutExtension(name);
  const bare = withoutNumbers(plain);
  const slug = stringIn(data, "slug");
  const own = stringIn(data, "id");
  const folder = bare.includes("/") ? bare.slice(0, bare.lastIndexOf("/") + 1) : "";
  const address = slug === undefined ? addressOf(bare, flavour) : slug.startsWith("/") ? slug : `${folder}${slug}`;
  const names = [
    plain,
    locale && `${locale}/${plain}`,
    bare,
    withoutIndex(bare),
    own && `${folder}${own}`,
    slug?.replace(/^\/|\/$/g, ""),
  ];
  return {
    file,
    path: bare,
    language,
    names: [...new Set(names.filter((each) => each !== undefined))],
    title: stringIn(data, "title"),
    summary: stringIn(data, "description", "subtitle", "excerpt"),
    short: stringIn(data, "sidebar_label", "sidebarTitle", "sidebar.label"),
    addresses: [asAddress(`${base}/${address}`)],
    updated: dateIn(data) ?? changed,
    draft: readDraft(data, tell),
    keywords: fitKeywords(listIn(data, "keywords", "tags")),
    order: numberIn(data, "sidebar_position", "sidebar.order", "order") ?? numberOf(plain),
    tree: parsed.tree,
  };
}

/** `guides/proxy/proxy` and `guides/proxy/index` are both at `guides/proxy`, the former in Docusaurus alone. */
const addressOf = (bare: string, flavour: Flavour): string =>
  flavour === "docusaurus" ? withoutIndex(bare).replace(/(^|\/)([^/]+)\/\2$/, "$1$2") : withoutIndex(bare);

function dateIn(data: Data): string | undefined {
  const last = data["last_update"];
  const said =
    stringIn(data, "lastUpdated", "last_updated", "updated", "date") ??
    (isData(last) ? stringIn(last, "date") : undefined);
  return dayOf(said);
}

function readDraft(data: Data, tell: Tell): boolean {
  const hidden = ["draft", "unlisted", "hidden"].find((field) => data[field] === true);
  if (hidden) tell(1, hidden, "Imported as a draft: no reader sees it. Take `draft: true` away when it is ready.");
  return hidden !== undefined;
}

/** Blocks that only MkDocs and Hugo read: their marks stay in the text. */
function tellForeign(body: string, tell: Tell): void {
  for (const [index, line] of body.split("\n").entries())
    if (/^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+["\w]|^[ \t]*\{\{[<%]/.test(line))
      tell(
        index + 1,
        line,
        "A block of MkDocs or Hugo, which is not read: it stands there as text. Write it as one of the hub's.",
      );
}
