import { languageOf, type SourceTopic } from "../source.ts";
import type { Version } from "./list-versions.ts";
import type { ZendeskExport, ZendeskSection } from "./read-export.ts";

/** Sections as topics, in the order of their categories and their own; articles by position. */
export function listTopics(
  { sections, categories }: ZendeskExport,
  versions: Version[],
  languages: string[],
): SourceTopic[] {
  const inDefault = <T extends Pick<ZendeskSection, "locale">>(each: T) =>
    !each.locale || languageOf(each.locale, languages) === languages[0];
  const own = uniqueById(sections.filter(inDefault));
  const byCategory = new Map(categories.filter(inDefault).map((category) => [category.id, category]));
  const placeOf = ({ category_id: id, position }: ZendeskSection) =>
    (byCategory.get(id ?? "")?.position ?? 0) * 10_000 + (position ?? 0);
  const names = Map.groupBy(own, ({ name }) => name);
  return own
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((section) => {
      const category = byCategory.get(section.category_id ?? "")?.name;
      const isShared = (names.get(section.name)?.length ?? 0) > 1 && category;
      return {
        title: isShared ? `${section.name} (${category})` : section.name,
        summary: bareWords(section.description ?? "") || undefined,
        pages: pagesOf(section, versions),
        addresses: pathsOf(section.html_url),
      };
    });
}

const bareWords = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?])/g, "")
    .trim();

const pagesOf = ({ id }: ZendeskSection, versions: Version[]): string[] =>
  versions
    .filter((version) => version.section_id === id && version.language === undefined)
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.title ?? "").localeCompare(b.title ?? ""))
    .map((version) => version.id);

const uniqueById = (sections: ZendeskSection[]): ZendeskSection[] => [
  ...new Map(sections.map((section) => [section.id, section])).values(),
];

/** `/hc/en-us/articles/1-Title/`, and without the title, which Zendesk answers too. */
export function pathsOf(url: string | null | undefined): string[] {
  const path = url ? URL.parse(url)?.pathname.replace(/\/*$/, "/") : undefined;
  return path ? [...new Set([path, plainPath(path)])] : [];
}

/** Zendesk goes by the number alone: `/hc/en-us/articles/1-Any-title` → `/hc/en-us/articles/1/` */
export const plainPath = (path: string): string =>
  path.replace(/^(\/hc\/(?:[^/]+\/)?(?:articles|sections|categories)\/\d+)[^/]*\/?$/, "$1/");
