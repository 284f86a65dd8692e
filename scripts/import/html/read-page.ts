import type { Element, ElementContent, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { noteHeadings } from "../links/anchors.ts";
import type { Report, Tell } from "../report.ts";
import {
  asAddress,
  decodeAddress,
  fitKeywords,
  languageOf,
  withoutExtension,
  withoutIndex,
  type SourcePage,
} from "../source.ts";
import type { Node } from "../tree.ts";
import { classesOf, contains, elementsOf } from "./elements.ts";
import { findMain } from "./find-main.ts";
import { readHead, type Head } from "./page-head.ts";
import { readAll } from "./to-tree.ts";

type Read = { file: string; text: string; changed: string; base: string; languages: string[]; report: Report };
/** A page, or where one leads that has no text of its own. */
export type HtmlPage = { page: SourcePage; head: Head } | { from: string[]; to: string } | null;

/** Reads a saved page: what it says of itself, and its text. Null when it has none. */
export function readHtmlPage({ file, text, changed, base, languages, report }: Read): HtmlPage {
  const tell = report.about(file);
  const parsed = unified().use(rehypeParse).parse(text);
  const head = readHead(parsed, text);
  const plain = withoutExtension(file);
  const known = head.address && decodeAddress(head.address.pathname);
  const addresses = known ? [known] : [`${base}/${withoutIndex(plain)}`, `${base}/${file}`];
  const from = [...new Set(addresses.map(asAddress))];
  if (head.leadsTo) {
    tell(1, head.leadsTo, "The page only leads on to another: its address is a redirect now.");
    return { from, to: head.leadsTo };
  }
  const tree = readText(parsed, tell);
  if (tree.length === 0) {
    tell(1, file, "No text was found on it: not imported.");
    return null;
  }
  const path = (known && withoutExtension(known).replace(/^\/|\/$/g, "")) || plain;
  const page: SourcePage = {
    file,
    path,
    names: [...new Set([plain, withoutIndex(plain), withoutIndex(path)])],
    ...pick(head),
    ...readLanguage(head, languages, tell),
    addresses: from,
    updated: head.updated ?? changed,
    draft: false,
    keywords: fitKeywords(head.keywords),
    tree: { type: "root", children: tree },
  };
  noteHeadings(page.tree);
  return { page, head };
}

const pick = ({ title, summary, crumbs }: Head) => ({ title, summary, crumbs });

function readText(parsed: Root, tell: Tell): Node[] {
  const { main, isWhole } = findMain(parsed);
  if (isWhole)
    tell(1, "<body>", "Nothing says where its text is: all of the page was taken. Take out what is none of it.");
  const files = isWhole ? [] : [...elementsOf(parsed)].filter((each) => isFiles(each) && !contains(main, each));
  return readAll([...(main.children as ElementContent[]), ...files], tell); // a doctype is no part of a text
}

/** Zendesk lists the files of an article below its text. */
const isFiles = (element: Element): boolean => element.tagName === "ul" && classesOf(element).includes("attachments");

function readLanguage({ locale }: Head, languages: string[], tell: Tell): { language?: string } {
  const language = locale ? languageOf(locale, languages) : languages[0];
  if (language === undefined)
    tell(1, `lang="${locale}"`, `hub.yaml has no such language: the page was taken as one in ${languages[0]}.`);
  return language === undefined || language === languages[0] ? {} : { language };
}
