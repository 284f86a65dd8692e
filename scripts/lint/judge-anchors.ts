import type { Hub } from "#content/schema.ts";
import type { From, LinkFault } from "./judge-links.ts";
import type { LintedArticle } from "./read-content.ts";

type JudgeAnchor = (
  link: string,
  anchor: string | null,
  versions: LintedArticle[],
  from: From | null,
) => LinkFault | null;

/** Judges what stands behind "#" in a link to an article. `versions`: of that, in all languages. */
export function judgeAnchors(
  { languages: [standard] }: Pick<Hub, "languages">,
  articles: LintedArticle[],
): JudgeAnchor {
  const byId = Map.groupBy(articles, ({ id }) => id);
  const firstOf = (versions: LintedArticle[]) => versions.find(({ language }) => language === standard) ?? versions[0];
  /** The versions that readers of the link are led to: of the language of the page that it stands on. */
  const ledTo = (versions: LintedArticle[], from: From | null) => {
    const own = (byId.get(from?.id ?? "") ?? []).map(({ language }) => language);
    // without a translation an article's text stands on the pages of other languages too
    const isShownIn = (language: string) =>
      from !== null && (language === from.language || (from.language === standard && !own.includes(language)));
    const shown = versions.filter(({ language }) => isShownIn(language));
    const first = firstOf(versions);
    return shown.length === 0 && first ? [first] : shown;
  };
  return (link, anchor, versions, from) => {
    if (!anchor) return null;
    const first = firstOf(versions);
    const lacking = ledTo(versions, from).find((version) => anchorsOf(version, first)?.has(anchor) === false);
    if (!lacking) return null;
    const isThere = lacking !== first && first?.doc?.anchors.has(anchor);
    const message = `the link "${link}" names a section that is not there`;
    return { kind: "anchor", message: isThere ? `${message} in ${lacking.file}` : message };
  };
}

/** As the pages have them: a translation with as many headings has the names of the default language's. */
function anchorsOf({ doc }: LintedArticle, first: LintedArticle | undefined): Set<string> | undefined {
  const count = (each: LintedArticle["doc"]) => each?.headings.filter(({ block }) => !block).length;
  return first?.doc && count(doc) === count(first.doc) ? first.doc.anchors : doc?.anchors;
}
