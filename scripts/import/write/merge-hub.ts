import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, YAMLMap, type Document, type YAMLSeq } from "yaml";
import { addressOf, type Article } from "../articles.ts";
import type { Report } from "../report.ts";
import type { NewTopic } from "../topics.ts";
import { asAddress, type Source } from "../source.ts";

/** hub.yaml with the topics that it does not have yet; everything else stays, its comments too. */
export function addTopics(yaml: string, topics: NewTopic[], used: Set<string>): { yaml: string; added: NewTopic[] } {
  const hub = parse(yaml, "hub.yaml");
  const list = hub.get("topics");
  if (!isSeq(list)) throw new Error("hub.yaml has no list of topics: mend it first, then import.");
  const there = new Set(list.items.map((item) => (isMap(item) ? String(item.get("id")) : "")));
  const added = topics.filter(({ id }) => used.has(id) && !there.has(id));
  return { yaml: added.length > 0 ? insertTopics(yaml, hub, list, added) : yaml, added };
}

/** Behind the last topic, as lines: the rest of the file stays as it was typed. */
function insertTopics(yaml: string, hub: Document, list: YAMLSeq, added: NewTopic[]): string {
  const last: unknown = list.items.at(-1);
  const range = isNode(last) ? last.range : null;
  if (list.flow || !range) {
    for (const topic of added) list.add(hub.createNode(topic));
    return hub.toString({ lineWidth: 0 });
  }
  const start = yaml.lastIndexOf("\n", range[0]) + 1;
  const indent = /^\s*/.exec(yaml.slice(start))?.[0] ?? "";
  const lines = stringify(added, { lineWidth: 0 }).trimEnd().replace(/^/gm, indent);
  const head = yaml.slice(0, range[1]).trimEnd();
  return `${head}\n${lines}${yaml.slice(head.length).replace(/^[^\S\n]*/, "") || "\n"}`;
}

/** What the hub answers itself: an old address of this name cannot lead anywhere else. */
const OWN =
  /^\/(?:$|(?:api|articles|ask|assets|connect|contact|desk|learn|mcp|pagefind|privacy|receipts|search|setup|sign-in|status|topics|_astro)\/)/;

/** redirects.yaml with the old addresses of what was imported. What stands there is kept, and wins. */
export function addRedirects(
  yaml: string,
  articles: Article[],
  source: Source,
  report: Report,
): { yaml: string; added: number } {
  const document = parse(yaml, "redirects.yaml");
  if (document.contents === null) document.contents = new YAMLMap() as never; // an empty file
  const map: unknown = document.contents;
  if (!isMap(map)) throw new Error("redirects.yaml is no map of addresses: mend it first, then import.");
  const wanted = listRedirects(articles, source);
  let added = 0;
  for (const { from, to, file } of wanted) {
    const there = map.has(from) ? JSON.stringify(map.get(from)) : undefined;
    if (there === JSON.stringify(to) || from === to) continue;
    const tell = report.about(file);
    if (there !== undefined) tell(1, from, `redirects.yaml sends it to ${there} already, which was kept.`);
    else if (OWN.test(from))
      tell(1, from, "The hub has a page of its own at this old address: it cannot lead to the article.");
    else {
      const key = document.createNode(from);
      const value = document.createNode(to);
      if (isScalar(key)) key.type = "QUOTE_DOUBLE";
      if (isScalar(value)) value.type = "QUOTE_DOUBLE";
      map.add(document.createPair(key, value));
      added++;
    }
  }
  return { yaml: added > 0 ? document.toString({ lineWidth: 0 }) : yaml, added };
}

function listRedirects(articles: Article[], source: Source): { from: string; to: string; file: string }[] {
  const now = new Map(articles.flatMap((article) => article.page.addresses.map((each) => [each, addressOf(article)])));
  const own = articles.flatMap((article) =>
    article.page.addresses.map((from) => ({ from, to: addressOf(article), file: article.page.file })),
  );
  const carried = source.redirects.flatMap(([from, to]) => {
    const target = now.get(asAddress(to));
    return target ? [{ from: asAddress(from), to: target, file: "redirects" }] : [];
  });
  const first = new Map([...own, ...carried].toReversed().map((each) => [each.from, each]));
  return [...first.values()].toSorted((a, b) => a.from.localeCompare(b.from));
}

function parse(yaml: string, name: string): Document {
  const document = parseDocument(yaml, { logLevel: "silent" });
  const [error] = document.errors;
  if (error) throw new Error(`${name} cannot be read (${error.message.split("\n")[0]}): mend it first, then import.`);
  return document;
}
