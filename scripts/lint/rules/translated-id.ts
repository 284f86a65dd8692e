import { placeOf } from "#site/knowledge/parts/places.ts";
import type { Part } from "../parse-article.ts";
import type { LintedArticle } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

const OPENING_TAG = /^<(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*>/;
const BLOCKS = ["Step", "Troubleshoot", "Diagnose"] as const;

/** Progress, votes and links know a part by its id: it must be one in all languages, and a title is not. */
export const translatedId: Rule = {
  name: "translated-id",
  level: "warning",
  todo: 'Give it the id="…" that the same part has in the original.',
  find({ articles, hub: { languages } }) {
    const byId = Map.groupBy(articles, ({ id }) => id);
    return [...byId.values()].flatMap((versions) => {
      const original = versions.find(({ language }) => language === languages[0]) ?? versions[0];
      const others = versions.filter((version) => version !== original);
      return original ? others.flatMap((version) => compare(version, original)) : [];
    });
  },
};

const compare = (version: LintedArticle, original: LintedArticle): Problem[] =>
  BLOCKS.flatMap((block) => {
    const [own, wanted] = [version, original].map(({ doc }) =>
      (doc?.parts ?? []).filter((part) => part.block === block),
    );
    return own && wanted ? compareParts(version, original, own, wanted) : [];
  });

function compareParts(article: LintedArticle, original: LintedArticle, own: Part[], wanted: Part[]): Problem[] {
  const { file } = article;
  const taken = new Set(own.map(({ id }) => id));
  const ids = new Set(wanted.map(({ id }) => id));
  const free = [...ids].filter((id) => !taken.has(id));
  return own.flatMap((part, index) => {
    if (ids.has(part.id) || free.length === 0) return [];
    const { block, title, id, line } = part;
    const named = `<${block}> "${title}" is called "${id}" here`;
    // of as many parts, the one at its place is the same
    const same = own.length === wanted.length ? wanted[index]?.id : undefined;
    if (same === undefined || taken.has(same))
      return [{ file, line, message: `${named}, and in ${original.file} there are "${free.join('", "')}"` }];
    const message = `${named} and "${same}" in ${original.file}`;
    return [{ file, line, message, edit: nameIt(article, part, same) }];
  });
}

/** Not in a part that articles share: each of them may want another name. */
function nameIt(article: LintedArticle, { block, start, line }: Part, name: string): Problem["edit"] {
  const { file, text } = article;
  if (placeOf(article, line).file !== file) return undefined;
  const [tag = ""] = OPENING_TAG.exec(text.slice(start)) ?? [];
  const own = /\sid=(?:"[^"]*"|'[^']*')/.exec(tag);
  const from = start + (own?.index ?? `<${block}`.length);
  const says = `<${block}> is called "${name}" as in the original`;
  return { file, start: from, end: from + (own?.[0].length ?? 0), text: ` id="${name}"`, says };
}
