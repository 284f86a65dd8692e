import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMap, YAMLMap, type Document } from "yaml";
import { formatMistakes } from "#content/mistakes.ts";
import { addressKey, checkRedirects, readRedirects, type Redirect } from "#content/redirects.ts";
import type { Report, Tell } from "../report.ts";
import { parseYaml } from "./parse-yaml.ts";

/** An old address and where it leads now; `tell` says what became of it. */
export type OldAddress = { from: string; to: string; tell: Tell };

/** What the hub answers itself: an old address of this name cannot lead anywhere else. */
const OWN =
  /^\/(?:$|(?:api|articles|ask|connect|contact|desk|fonts|learn|mcp|pagefind|privacy|receipts|search|setup|sign-in|status|topics|widget|_astro)(?:\/|$))/;

/** redirects.yaml with old addresses. What stands there is kept, and wins; nothing is added that would go in a circle. */
export function addRedirects(into: string, wanted: OldAddress[], report: Report): { yaml: string; added: number } {
  const { redirects, mistakes } = readRedirects(into);
  if (mistakes.length > 0) throw new Error(`Mend redirects.yaml first, then import.\n${formatMistakes(mistakes)}`);
  const fresh = dropCircles(chooseFresh(wanted, redirects), redirects);
  tellChains(redirects, fresh, report);
  return { yaml: fresh.length > 0 ? append(into, fresh) : "", added: fresh.length };
}

/** The file as it was typed, with more lines. */
function append(into: string, fresh: OldAddress[]): string {
  const file = path.join(into, "redirects.yaml");
  const document = parseYaml(existsSync(file) ? readFileSync(file, "utf8") : "", "redirects.yaml");
  if (document.contents === null) document.contents = new YAMLMap() as never; // nothing but comments
  const map: unknown = document.contents;
  if (isMap(map))
    for (const { from, to } of fresh) map.add(document.createPair(quoted(document, from), quoted(document, to)));
  return document.toString({ lineWidth: 0 });
}

function chooseFresh(wanted: OldAddress[], there: Redirect[]): OldAddress[] {
  const kept = new Map(there.map(({ from, to }) => [addressKey(from), to]));
  const chosen = new Map<string, OldAddress>();
  for (const address of wanted) {
    const { from, to, tell } = address;
    const key = addressKey(from);
    const other = kept.get(key);
    if (key === null || key === addressKey(to) || other === to || chosen.get(key)?.to === to) continue;
    if (other !== undefined) tell(1, from, `redirects.yaml sends it to ${other} already, which was kept.`);
    else if (OWN.test(from))
      tell(1, from, "The hub has a page of its own at this old address: it cannot lead to the article.");
    else if (chosen.has(key)) tell(1, from, `Another page had this address too: it leads to ${chosen.get(key)?.to}.`);
    else chosen.set(key, address);
  }
  return [...chosen.values()].toSorted((a, b) => a.from.localeCompare(b.from));
}

/** What would lead on to an address that is redirected itself is told, and not added. */
function dropCircles(fresh: OldAddress[], there: Redirect[]): OldAddress[] {
  const redirects = [...there, ...fresh.map(({ from, to }) => ({ from, to, line: 1 }))];
  const wrong = new Map(
    checkRedirects({ file: "", redirects, mistakes: [] }, () => null).map(({ from, message }) => [from, message]),
  );
  return fresh.filter(({ from, tell }) => {
    const message = wrong.get(from);
    if (message) tell(1, from, `It was not added to redirects.yaml: it ${message}.`);
    return !message;
  });
}

/** An older redirect may lead to an address that has just become one itself. */
function tellChains(there: Redirect[], fresh: OldAddress[], report: Report): void {
  const ends = new Map(fresh.map(({ from, to }) => [addressKey(from), to]));
  for (const { from, to, line } of there) {
    const end = ends.get(addressKey(to.replace(/[?#].*$/s, "")));
    if (end) report.about("redirects.yaml")(line, from, `It leads to ${to}, which has moved: write ${end}.`);
  }
}

function quoted(document: Document, words: string): unknown {
  const node = document.createNode(words);
  node.type = "QUOTE_DOUBLE";
  return node;
}
