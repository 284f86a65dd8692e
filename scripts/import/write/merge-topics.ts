import { isMap, isNode, isSeq, stringify, type Document, type YAMLSeq } from "yaml";
import type { Article } from "../articles.ts";
import type { NewTopic } from "../place-pages.ts";
import { parseYaml } from "./parse-yaml.ts";

/** hub.yaml with the topics that it does not have yet; everything else stays, its comments too. */
export function addTopics(yaml: string, topics: NewTopic[], articles: Article[]): { yaml: string; added: NewTopic[] } {
  const hub = parseYaml(yaml, "hub.yaml");
  const list = hub.get("topics");
  if (!isSeq(list)) throw new Error("hub.yaml has no list of topics: mend it first, then import.");
  const there = new Set(list.items.map((item) => (isMap(item) ? String(item.get("id")) : "")));
  const within = Map.groupBy(articles, ({ topic }) => topic);
  const added = topics
    .filter(({ id }) => within.has(id) && !there.has(id))
    .map(({ id, title, summary }) => ({ id, title, summary: summary ?? describe(within.get(id) ?? []) }));
  return { yaml: added.length > 0 ? insertTopics(yaml, hub, list, added) : yaml, added };
}

/** A first sentence about a topic, until somebody writes a better one: what stands in it. */
function describe(articles: Article[]): string {
  const own = articles.filter(({ page }) => page.original === undefined);
  const names = own.slice(0, 3).map(({ short, title }) => short ?? title);
  const more = own.length > names.length ? ` and ${own.length - names.length} more` : "";
  return `${names.join(", ")}${more}`.replace(/(?<![.!?…])$/, ".");
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
