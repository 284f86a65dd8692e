/** A hub's languages and their addresses: the default one at `/`, each other under `/<language>/`. */
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

/** The hub with what its operator wrote in a language; what is not translated stays as it is. */
export function hubIn<H extends Pick<Hub, "translations" | "product" | "topics">>(hub: H, language: string): H {
  const texts = hub.translations[language];
  if (!texts) return hub;
  const { hub: name, description, topics = {}, ...rest } = texts;
  return {
    ...hub,
    ...rest,
    product: { ...hub.product, ...(name && { hub: name }), ...(description && { description }) },
    topics: hub.topics.map((topic) => topicIn(topic, topics[topic.id])),
  };
}

function topicIn(topic: Topic, { groups: titles = {}, ...texts }: Partial<TopicTexts> = {}): Topic {
  const groups = topic.groups?.map((group) => ({ ...group, title: titles[group.id] ?? group.title }));
  return { ...topic, ...texts, ...(groups && { groups }) };
}

const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/;
export const directionOf = (language: string): "rtl" | "ltr" => (RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr");

/** What marks a text within a page of another language, so that it is read aloud and laid out as its own; nothing where both are one. */
export function marksOf(language: string, page: string): { lang?: string; dir?: "rtl" | "ltr" } {
  if (language === page) return {};
  const dir = directionOf(language);
  return dir === directionOf(page) ? { lang: language } : { lang: language, dir };
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
