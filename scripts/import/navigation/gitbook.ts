import { decodeAddress, withoutExtension, type NavItem } from "../source.ts";

const LINE_MAX = 1000;
const HEADING = /^##\s+(.+)$/;
const ENTRY = /^([ \t]*)[*+-]\s+\[(.*)\]\(<?([^)>]+?)>?(?:\s+"[^"]*")?\)\s*$/;

/** `SUMMARY.md`: groups under headings, and pages that have others below them. */
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
    if (title) return [{ title, items: groupEntries(entries) }];
    // what stands above the first heading is in none of the groups
    return hasHeadings ? entries.flatMap(pageOf) : groupEntries(entries);
  });
}

const bareLabel = (label: string): string => label.replace(/[\\`*]/g, "");

type Entry = { depth: number; label: string; address: string };

function groupEntries(entries: Entry[]): NavItem[] {
  const top = entries.reduce((least, { depth }) => Math.min(least, depth), Infinity);
  const runs: Entry[][] = [];
  for (const entry of entries)
    if (entry.depth === top) runs.push([entry]);
    else runs.at(-1)?.push(entry);
  return runs.flatMap(([entry, ...rest]): NavItem[] => {
    if (!entry) return [];
    const own = pageOf(entry);
    const below = groupEntries(rest);
    if (below.length === 0) return own;
    return [{ title: bareLabel(entry.label), isPage: own.length > 0, items: [...own, ...below] }];
  });
}

function pageOf({ address, label }: Entry): NavItem[] {
  if (/^[a-z]+:/i.test(address)) return [];
  return [
    {
      label: bareLabel(label),
      page: withoutExtension(decodeAddress(address).replace(/^\.\//, "").replace(/#.*$/, "")),
    },
  ];
}
