/** A hub's languages and their addresses: the default one at `/`, each other under `/<language>/`. */
import { standIn } from "./direction.ts";
import { languageNamesIn } from "./locale-formats.ts";
import type { Hub } from "./schema.ts";
import type { Topic, TopicTexts } from "./topics.ts";

type Languages = Pick<Hub, "languages">;

/** What the addresses of a language begin with: "" for the default one. */
export const baseOf = ({ languages }: Languages, language: string): string =>
  language === languages[0] ? "" : `/${language}`;

/** The language of the page at a path. */
export const languageOfPath = ({ languages }: Languages, path: string): string =>
  languages.slice(1).find((language) => path === `/${language}` || path.startsWith(`/${language}/`)) ??
  languages[0] ??
  "en";

/** The path that the default language has for the same page. */
export const pathWithout = (hub: Languages, path: string): string =>
  path.slice(baseOf(hub, languageOfPath(hub, path)).length) || "/";

/** What holds texts of an operator: each in all languages, or in the first alone. */
export type Written = Pick<Hub, "languages" | "translations" | "product" | "topics"> &
  Partial<Pick<Hub, "notice" | "banner">>;

/** The hub with what its operator wrote in a language; what is not translated stands in, in the first one. */
export function hubIn<H extends Written>(hub: H, language: string): H {
  const texts = hub.translations[language];
  if (!texts && language === hub.languages[0]) return hub;
  const { hub: name, description, topics = {}, ...rest } = texts ?? {};
  const stay = (text: string): string => standIn(text, hub.languages[0] ?? language, language);
  return {
    ...hub,
    ...(hub.notice && { notice: stay(hub.notice) }),
    ...(hub.banner && { banner: stay(hub.banner) }),
    ...rest,
    product: { ...hub.product, description: description ?? stay(hub.product.description), ...(name && { hub: name }) },
    topics: hub.topics.map((topic) => topicIn(topic, stay, topics[topic.id])),
  };
}

function topicIn(
  { title, summary, groups, ...topic }: Topic,
  stay: (text: string) => string,
  { groups: titles = {}, ...texts }: Partial<TopicTexts> = {},
): Topic {
  const named = groups?.map((group) => ({ ...group, title: titles[group.id] ?? stay(group.title) }));
  return { ...topic, title: stay(title), summary: stay(summary), ...texts, ...(named && { groups: named }) };
}

/** "Deutsch": a language as those who read it call it. */
export function nameOf(language: string): string {
  const name = languageNamesIn(language).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Files, and what is the same in every language. */
const SHARED =
  /^\/(?:_astro|api|connect|desk|fonts|mcp|pagefind|videos)(?:\/|$)|\.(?:md|svg|png|xml|txt|json|js|css|woff2)(?:[?#]|$)/;

/** A page of this hub as a page of a language leads to it. Anything else stays. */
export function localizePath(hub: Languages, language: string, path: string): string {
  const base = baseOf(hub, language);
  const stays = !base || !/^\/(?!\/)/.test(path) || SHARED.test(path) || languageOfPath(hub, path) !== hub.languages[0];
  return stays ? path : `${base}${path}`;
}

const TAGS = /<(?:a|area|form)\b[^>]*>/g;
const TARGET = /(\s(?:href|action)=")([^"]*)"/;

/** A page's links and forms lead to the same language, but for those that name another by `hreflang`. */
export const localizeLinks = (hub: Languages, language: string, html: string): string =>
  baseOf(hub, language) === ""
    ? html
    : html.replace(TAGS, (tag) =>
        tag.includes(" hreflang=")
          ? tag
          : tag.replace(TARGET, (_all, name: string, path: string) => `${name}${localizePath(hub, language, path)}"`),
      );
