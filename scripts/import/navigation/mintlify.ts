import type { Tell } from "../report.ts";
import { isData, listOf, textOf } from "../data.ts";
import type { NavItem } from "../source.ts";

const NAMES = ["group", "tab", "anchor", "dropdown", "product", "item"];
const PARTS = ["pages", "groups", "tabs", "anchors", "dropdowns", "languages", "versions", "products", "menu"];

/** `navigation` of docs.json (an object of tabs, groups, pages, in any depth) or of mint.json (a list of groups). */
export function readNavigation(navigation: unknown): NavItem[] {
  if (Array.isArray(navigation)) return listOf(navigation).flatMap(readItem);
  if (!isData(navigation)) return [];
  return PARTS.flatMap((part) => {
    const all = listOf(navigation[part]);
    // of languages the one whose pages the others are made of
    const standard = all.find((each) => isData(each) && each["default"] === true) ?? all[0];
    return (part === "languages" && standard ? [standard] : all).flatMap(readItem);
  });
}

function readItem(item: unknown): NavItem[] {
  if (typeof item === "string") return [{ page: item }];
  if (!isData(item)) return [];
  // languages and versions have names, but are no part of what there is to read
  const title = NAMES.map((name) => textOf(item[name])).find((name) => name !== undefined);
  const items = readNavigation(item);
  const root = textOf(item["root"]);
  const all = root ? [{ page: root }, ...items] : items;
  return title ? [{ title, isPage: root !== undefined, items: all }] : all;
}

/** `redirects` of docs.json that name one address each; those of many are told. */
export const readRedirects = (redirects: unknown, tell: Tell): [string, string][] =>
  listOf(redirects).flatMap((each): [string, string][] => {
    const from = isData(each) ? textOf(each["source"]) : undefined;
    const to = isData(each) ? textOf(each["destination"]) : undefined;
    if (!from || !to) return [];
    if (!/[*:]/.test(from + to)) return [[from, to]];
    if (!/^https?:[^:*]*$/.test(to) || /[*:]/.test(from))
      tell(
        1,
        `${from} → ${to}`,
        "A redirect of many addresses was left out: write those that count into redirects.yaml.",
      );
    return [];
  });
