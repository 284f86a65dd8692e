import { languageOf, type NavGroup, type NavItem } from "../source.ts";
import type { Version } from "./list-versions.ts";
import type { InFile, ZendeskExport, ZendeskSection } from "./read-export.ts";

/** Categories with their sections and the sections within those, in their order; articles by position. */
export function readGuide(
  { sections, categories }: ZendeskExport,
  versions: Version[],
  languages: string[],
): NavItem[] {
  const isOwn = ({ locale }: Pick<ZendeskSection, "locale">) =>
    !locale || languageOf(locale, languages) === languages[0];
  const own = byPosition(uniqueById(sections.filter(isOwn)));
  const known = new Set(own.map(({ id }) => id));
  const isTop = ({ parent_section_id: parent }: ZendeskSection) => !parent || !known.has(parent);
  const readSection = (section: InFile<ZendeskSection>): NavGroup =>
    group(section, [
      ...articlesOf(section, versions),
      ...own.filter((each) => each !== section && each.parent_section_id === section.id).map(readSection),
    ]);
  const shelves = byPosition(uniqueById(categories.filter(isOwn)));
  const inShelf = (id: string) => own.filter((each) => isTop(each) && each.category_id === id).map(readSection);
  const alone = own.filter((each) => isTop(each) && !shelves.some(({ id }) => id === each.category_id));
  return [...shelves.map((each) => group(each, inShelf(each.id))), ...alone.map(readSection)];
}

type Named = InFile<Pick<ZendeskSection, "id" | "name" | "description" | "html_url" | "position">>;

const group = ({ id, file, name, description, html_url: url }: Named, items: NavItem[]): NavGroup => ({
  title: name,
  summary: bareWords(description ?? "") || undefined,
  addresses: pathsOf(url),
  at: { file: `${file}#${id}`, line: 1 },
  items,
});

const bareWords = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?])/g, "")
    .trim();

const articlesOf = ({ id }: ZendeskSection, versions: Version[]): NavItem[] =>
  versions
    .filter((version) => version.section_id === id && version.language === undefined)
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.title ?? "").localeCompare(b.title ?? ""))
    .map((version) => ({ page: version.id }));

const byPosition = <T extends Named>(all: T[]): T[] => all.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
const uniqueById = <T extends Named>(all: T[]): T[] => [...new Map(all.map((each) => [each.id, each])).values()];

/** `/hc/en-us/articles/1-Title/`, and without the title, which Zendesk answers too. */
export function pathsOf(url: string | null | undefined): string[] {
  const path = url ? URL.parse(url)?.pathname.replace(/\/*$/, "/") : undefined;
  return path ? [...new Set([path, plainPath(path)])] : [];
}

/** Zendesk goes by the number alone: `/hc/en-us/articles/1-Any-title` → `/hc/en-us/articles/1/` */
export const plainPath = (path: string): string =>
  path.replace(/^(\/hc\/(?:[^/]+\/)?(?:articles|sections|categories)\/\d+)[^/]*\/?$/, "$1/");
