import type { Report } from "../report.ts";
import { languageOf } from "../source.ts";
import type { ZendeskExport } from "./read-export.ts";

/** An article in one of the hub's languages. */
export type Version = ZendeskExport["articles"][number] & {
  /** What the report calls it: the export's file and the article's id. */
  place: string;
  /** Where that is not the default one. */
  language?: string;
};

/** Each article once in each of the hub's languages. @throws Error when none is in the default one. */
export function listVersions({ articles }: ZendeskExport, languages: string[], report: Report): Version[] {
  const [standard = "en"] = languages;
  const all = articles.flatMap(({ translations, ...article }) => [
    article,
    ...(translations ?? []).map((translation) => ({ ...article, ...translation })),
  ]);
  const chosen = new Map<string, Version>();
  const missing: (typeof all)[number][] = [];
  for (const article of all) {
    const language = languageOf(article.locale, languages);
    const key = `${article.id} ${language}`;
    if (language === undefined) missing.push(article);
    else if (!chosen.has(key)) chosen.set(key, nameVersion(article, language, standard));
    else if (chosen.get(key)?.locale !== article.locale)
      report.about(`${article.file}#${article.id}`)(
        1,
        article.locale,
        `Not imported: it is there in ${chosen.get(key)?.locale}, and the hub has one ${language}.`,
      );
  }
  const versions = [...chosen.values()];
  if (all.length > 0 && !versions.some(({ language }) => language === undefined))
    throw new Error(
      `No article of the export is in ${standard}, the first of hub.yaml's languages: they are in ${[...new Set(all.map(({ locale }) => locale))].join(", ")}. Put that first among its languages, or fetch the ${standard} articles too.`,
    );
  for (const [locale, [first, ...more]] of Map.groupBy(missing, (article) => article.locale)) {
    const todo = `${more.length + 1} not imported: hub.yaml has no such language. Write it there, then import again.`;
    if (first) report.about(first.file)(1, locale, todo);
  }
  // an article comes before its translations
  return versions.toSorted((a, b) => Number(a.language !== undefined) - Number(b.language !== undefined));
}

function nameVersion(article: ZendeskExport["articles"][number], language: string, standard: string): Version {
  const place = `${article.file}#${article.id}`;
  return language === standard ? { ...article, place } : { ...article, place: `${place}.${language}`, language };
}
