/** What stands in a page's picture, read from the page itself. */
import { hubIn, languageOfPath } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import type { Built } from "#site/knowledge/built-pages.ts";
import { attribute, find, isElement } from "#site/knowledge/dom.ts";
import { drawable } from "./drawable.ts";
import type { Typeface } from "./typeface.ts";

/** Each as the typeface can draw it; null where it cannot, or where there is nothing. */
export type Card = Record<"title" | "section" | "name" | "hub", string | null>;
/** As the page says it. `section` is what the page is part of. */
export type Said = Record<"title" | "section" | "name" | "hub", string>;

/** Null for a page that asks for no picture, or that search engines are kept from. */
export function readSaid({ page, path }: Pick<Built, "page" | "path">, hub: Hub): Said | null {
  const head = find(({ name }) => name === "head", page);
  const metas = (head?.children ?? []).filter(isElement).filter(({ name }) => name === "meta");
  const said = new Map(
    metas.map((meta) => [attribute(meta, "property") ?? attribute(meta, "name"), attribute(meta, "content") ?? ""]),
  );
  if (!said.has("og:image") || said.get("robots") === "noindex") return null;
  const { product } = hubIn(hub, languageOfPath(hub, path));
  const [title = "", section = ""] = [said.get("og:title"), said.get("article:section")];
  return { title, section, name: product.name, hub: product.hub };
}

/** Without a title there is no section either: all such pages share one picture. */
export function planCard(said: Said, has: Typeface["has"]): Card {
  const of = (text: string) => drawable(text, has);
  const title = of(said.title);
  return { title, section: title && of(said.section), name: of(said.name), hub: of(said.hub) };
}
