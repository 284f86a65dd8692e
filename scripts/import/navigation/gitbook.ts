import { decodeAddress, withoutExtension } from "../source.ts";
import type { NavItem } from "./as-topics.ts";

const LINE_MAX = 1000;
const HEADING = /^##\s+(.+)$/;
const ENTRY = /^([ \t]*)[*+-]\s+\[(.*)\]\(<?([^)>]+?)>?(?:\s+"[^"]*")?\)\s*$/;

/** `SUMMARY.md`: groups under headings, else the pages of the first level that have others below them. */
export function readSummary(summary: string): NavItem[] {
  const groups: { title?: string; entries: Entry[] }[] = [{ entries: [] }];
  // nobody writes a longer entry, and reading one takes the square of its length
  for (const line of summary.split("\n").filter((each) => each.length < LINE_MAX)) {
    const title = HEADING.exec(line)?.[1]
      ?.replace(/<[^>]*>/g, "")
      .trim();
    const [, indent = "", label = "", address = ""] = ENTRY.exec(line) ?? [];
    if (title) groups.push({ title, entries: [] });
    else if (address) groups.at(-1)?.entries.push({ depth: indent.replaceAll("\t", "    ").length, label, address });
  }
  const hasHeadings = groups.length > 1;
  return groups.flatMap(({ title, entries }): NavItem[] => {
    if (title) return [{ title, items: pagesOf(entries) }];
    return hasHeadings ? pagesOf(entries) : groupEntries(entries);
  });
}

type Entry = { depth: number; label: string; address: string };

function groupEntries(entries: Entry[]): NavItem[] {
  const top = Math.min(...entries.map(({ depth }) => depth));
  return entries.flatMap(({ depth, label }, index): NavItem[] => {
    if (depth > top) return [];
    const end = entries.findIndex((each, other) => other > index && each.depth <= top);
    const items = pagesOf(entries.slice(index, end < 0 ? undefined : end));
    return items.length > 1 ? [{ title: label.replace(/[\\`*]/g, ""), items }] : items;
  });
}

const pagesOf = (entries: Entry[]): NavItem[] =>
  entries
    .filter(({ address }) => !/^[a-z]+:/i.test(address))
    .map(({ address }) => ({
      page: withoutExtension(decodeAddress(address).replace(/^\.\//, "").replace(/#.*$/, "")),
    }));
