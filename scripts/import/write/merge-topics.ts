import { isMap, isNode, isSeq, stringify, type Document, type YAMLMap, type YAMLSeq } from "yaml";
import type { Article } from "../articles.ts";
import type { NewGroup, NewTopic } from "../topics/name-topics.ts";
import { parseYaml } from "./parse-yaml.ts";

type Wanted = Required<NewTopic>;

/** hub.yaml with the topics and groups that it does not have yet; everything else stays, its comments too. */
export function addTopics(
  yaml: string,
  topics: NewTopic[],
  articles: Article[],
): { yaml: string; topics: number; groups: number } {
  const within = Map.groupBy(articles, ({ topic }) => topic);
  const wanted = topics.flatMap(({ id, title, summary, groups = [] }): Wanted[] => {
    const own = within.get(id) ?? [];
    const used = groups.filter((each) => own.some(({ group }) => group === each.id));
    return own.length > 0 ? [{ id, title, summary: summary ?? describe(own, title), groups: used }] : [];
  });
  const added = { yaml, topics: 0, groups: 0 };
  for (const topic of wanted) {
    const hub = parseYaml(added.yaml, "hub.yaml");
    const list = topicsIn(hub);
    const there = list.items.filter(isMap).find((item) => item.get("id") === topic.id);
    const known = there ? idsIn(there.get("groups")) : [];
    const groups = topic.groups.filter(({ id }) => !known.includes(id));
    if (!there)
      added.yaml = append(added.yaml, hub, list, [topic.groups.length > 0 ? topic : { ...topic, groups: undefined }]);
    else if (groups.length > 0) added.yaml = addGroups(added.yaml, hub, there, groups);
    added.topics += there ? 0 : 1;
    added.groups += groups.length;
  }
  return added;
}

function topicsIn(hub: Document): YAMLSeq {
  const list = hub.get("topics");
  if (!isSeq(list)) throw new Error("hub.yaml has no list of topics: mend it first, then import.");
  return list;
}

const idsIn = (list: unknown): unknown[] =>
  isSeq(list) ? list.items.map((item) => (isMap(item) ? item.get("id") : undefined)) : [];

/** A first sentence about a topic, until somebody writes a better one: what readers find in it. */
function describe(articles: Article[], title: string): string {
  const own = articles.filter(({ page }) => page.original === undefined && !page.draft);
  const names = own.slice(0, 3).map(({ short, title: name }) => short ?? name);
  const more = own.length > names.length ? ` and ${own.length - names.length} more` : "";
  return `${names.join(", ") || title}${more}`.replace(/(?<![.!?…])$/, ".");
}

function addGroups(yaml: string, hub: Document, topic: YAMLMap, groups: NewGroup[]): string {
  const list: unknown = topic.get("groups");
  if (isSeq(list) && list.items.length > 0) return append(yaml, hub, list, groups);
  const last: unknown = topic.items.at(-1)?.value;
  if (topic.flow || list !== undefined || !isNode(last) || !last.range) {
    topic.set("groups", hub.createNode(groups));
    return hub.toString({ lineWidth: 0 });
  }
  const [first] = topic.range ?? [0];
  const indent = " ".repeat(first - (yaml.lastIndexOf("\n", first) + 1));
  return insertLines(yaml, last.range[1], stringify({ groups }, { lineWidth: 0 }), indent);
}

/** Behind the last of a list, as lines: the rest of the file stays as it was typed. */
function append(yaml: string, hub: Document, list: YAMLSeq, added: unknown[]): string {
  const last: unknown = list.items.at(-1);
  const range = isNode(last) ? last.range : null;
  if (list.flow || !range) {
    for (const each of added) list.add(hub.createNode(each));
    return hub.toString({ lineWidth: 0 });
  }
  const start = yaml.lastIndexOf("\n", range[0]) + 1;
  const indent = /^\s*/.exec(yaml.slice(start))?.[0] ?? "";
  return insertLines(yaml, range[1], stringify(added, { lineWidth: 0 }), indent, `${indent}  `);
}

/** `inner`: how far comments stand that are said below the last entry, and stay there. */
function insertLines(yaml: string, end: number, lines: string, indent: string, inner = indent): string {
  const last = yaml.slice(0, end).trimEnd();
  const comments = new RegExp(`^[^\\S\\n]*(?:#.*)?(?:\\n${inner}[^\\S\\n]*#.*)*`).exec(yaml.slice(last.length));
  const head = last + (comments?.[0] ?? "").trimEnd();
  const rest = yaml.slice(head.length).replace(/^[^\S\n]*/, "") || "\n";
  return `${head}\n${lines.trimEnd().replace(/^/gm, indent)}${rest}`;
}
