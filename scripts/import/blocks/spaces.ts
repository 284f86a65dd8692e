import { asPhrasing, childrenOf, text, type Node } from "../tree.ts";

const MARKS = new Set(["strong", "emphasis", "delete", "link"]);

/**
 * Words as Markdown can write them: no space at the ends of a line or within those of a mark, no two marks of a kind
 * beside or within each other, nothing empty.
 */
export function settleLine(nodes: Node[]): Node[] {
  const line = join(settleMarks(asPhrasing(nodes), new Set()));
  while (isBlank(line[0])) line.shift();
  while (isBlank(line.at(-1))) line.pop();
  const [first] = line;
  if (first?.type === "text") line[0] = { ...first, value: first.value.trimStart() };
  const last = line.at(-1);
  if (last?.type === "text") line[line.length - 1] = { ...last, value: last.value.trimEnd() };
  return line;
}

function settleMarks(nodes: Node[], within: Set<string>): Node[] {
  return nodes.flatMap((node) => {
    if (!("children" in node)) return [node];
    if (!MARKS.has(node.type)) return [withChildren(node, join(settleMarks(childrenOf(node), within)))];
    const children = join(settleMarks(childrenOf(node), new Set([...within, node.type])));
    return within.has(node.type) ? children : hoist(node, children);
  });
}

/** `**Name: **Ada` → `**Name:** Ada` */
function hoist(mark: Node, children: Node[]): Node[] {
  const kept = children.slice();
  const outside = (at: 0 | -1): Node[] => {
    const moved: Node[] = [];
    for (let edge = kept.at(at); edge?.type === "break" || edge?.type === "text"; edge = kept.at(at)) {
      const left = edge.type === "break" ? "" : at === 0 ? edge.value.trimStart() : edge.value.trimEnd();
      if (edge.type === "text" && left) {
        kept[at === 0 ? 0 : kept.length - 1] = { ...edge, value: left };
        const space = at === 0 ? edge.value.slice(0, -left.length) : edge.value.slice(left.length);
        if (space) moved.push(text(space));
        break;
      }
      moved.push(edge);
      kept.splice(at, 1);
    }
    return at === 0 ? moved : moved.toReversed();
  };
  const before = outside(0);
  const after = outside(-1);
  return [...before, ...(kept.length > 0 ? [withChildren(mark, kept)] : []), ...after];
}

/** Text beside text becomes one, and so do marks of a kind; of several spaces one is left. */
function join(nodes: Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === "text" && before?.type === "text")
      joined[joined.length - 1] = { ...before, value: before.value + node.value };
    else if (before && isSameMark(before, node))
      joined[joined.length - 1] = withChildren(before, join([...childrenOf(before), ...childrenOf(node)]));
    else joined.push(node);
  }
  return joined.flatMap((node): Node[] => {
    if (node.type !== "text") return [node];
    const value = node.value.replace(/[ \t]{2,}/g, " ").replace(/[ \t]?\n[ \t]?/g, "\n");
    return value === "" ? [] : [{ ...node, value }];
  });
}

const isSameMark = (one: Node, other: Node): boolean =>
  one.type === other.type &&
  MARKS.has(one.type) &&
  (one.type !== "link" || (other.type === "link" && one.url === other.url));
const isBlank = (node: Node | undefined) =>
  node?.type === "break" || (node?.type === "text" && node.value.trim() === "");
// of the same kinds as before, for phrasing holds phrasing
const withChildren = (node: Node, children: Node[]): Node => ({ ...node, children }) as Node;
