import type { Article } from "./library.ts";
import { renderArticle } from "./render-article.ts";

/**
 * A translation with the anchors of the article that it is a translation of, so that links to a section lead to it in
 * every language. Headings are told by their order; steps and troubleshooting name theirs by `id`.
 */
export async function sameAnchors({ entry, first }: Pick<Article, "entry" | "first">, html: string): Promise<string> {
  if (entry === first) return html;
  const [own, wanted] = await Promise.all([entry, first].map(async (each) => (await renderArticle(each)).headings));
  if (!own || !wanted || own.length !== wanted.length) return html;
  const ids = new Map(own.map(({ slug }, at) => [slug, wanted[at]?.slug ?? slug]));
  return html.replace(
    /(\s(?:id="|href="#))([^"]+)"/g,
    (_all, name: string, id: string) => `${name}${ids.get(id) ?? id}"`,
  );
}
