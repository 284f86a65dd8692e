import GithubSlugger from "github-slugger";
import type { Root } from "mdast";
import { headingNames } from "#site/blocks/slug.ts";
import { attributeOf, childrenOf, isJsx, lineOf, plainText, walk, type Jsx, type Node } from "../tree.ts";

/** Notes at each heading by which names the source's links know it. `given` are names written beside it, by line. */
export function noteHeadings(tree: Root, given: Map<number, string> = new Map()): void {
  const slugger = new GithubSlugger();
  const within = new Set<Node>();
  let waiting: string[] = [];
  let last: Node | undefined;
  for (const node of walk(tree)) {
    if (within.has(node)) continue;
    const id = idOf(node);
    const isHeading = node.type === "heading" || (isJsx(node) && /^h[1-6]$/i.test(node.name ?? ""));
    const titled = isJsx(node) && !isHeading ? attributeOf(node, "title") : undefined;
    if (!isHeading && titled === undefined) {
      if (id) waiting.push(id);
      else if (last && waiting.length > 0 && isContent(node)) {
        // what is named within a section is found there
        noteIds(last, waiting);
        waiting = [];
      }
      continue;
    }
    const inner = isHeading ? [...walk(node)] : [];
    for (const each of inner) within.add(each);
    // a heading of a partial has its own lines
    const own = (node.data?.oldIds ? undefined : given.get(lineOf(node))) ?? id;
    const words = titled ?? plainText(childrenOf(node));
    const named = [...waiting, ...(own ? [own] : []), ...inner.flatMap((each) => idOf(each) ?? [])];
    noteIds(node, [...named, ...(own && isHeading ? [] : [slugger.slug(words)])]);
    waiting = [];
    last = node;
  }
  if (last) noteIds(last, waiting);
}

const idOf = (node: Node): string | undefined => (isJsx(node) ? attributeOf(node, "id", "name") : undefined);
const isContent = (node: Node): boolean =>
  node.type === "image" || (node.type !== "mdxTextExpression" && "value" in node && node.value.trim() !== "");

export const noteIds = (node: Node, ids: string[]): void => {
  node.data = { ...node.data, oldIds: [...(node.data?.oldIds ?? []), ...ids] } as Node["data"];
};

/** Sections in their order: the id that each has in the built page, and the names that the source's links use. */
export type Section = { id: string; names: string[]; step?: Jsx };

/** Lists a page's sections, after it has seen to it that no two steps have one id. */
export function readSections(tree: Root): Section[] {
  const nameOf = headingNames();
  const taken = new Set<string>();
  /** The last of each name: looking for the next one from the first would take the square of their number. */
  const numbers = new Map<string, number>();
  const nodes = [...walk(tree)];
  const headings = nodes
    .filter((node) => node.type === "heading")
    .map((node) => ({ node, id: nameOf(plainText(childrenOf(node))) }));
  for (const { id } of headings) taken.add(id);
  const steps = nodes.filter((node): node is Jsx => isJsx(node) && node.name === "Step");
  const sections: Section[] = headings.map(({ node, id }) => ({ id, names: [id, ...(node.data?.oldIds ?? [])] }));
  for (const step of steps) {
    const wanted = attributeOf(step, "id") ?? "step";
    let id = wanted;
    for (let n = numbers.get(wanted) ?? 2; taken.has(id); n++) {
      id = `${wanted}-${n}`;
      numbers.set(wanted, n);
    }
    taken.add(id);
    nameStep(step, id);
    sections.push({ id, names: [wanted, id, ...(step.data?.oldIds ?? [])], step });
  }
  return sections;
}

function nameStep(step: Jsx, id: string): void {
  const attribute = step.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === "id");
  if (attribute) attribute.value = id;
}

/** Sections by name. Those of a translation that has as many are called as the article's are: the hub does so too. */
export function readAnchors(sections: Section[], original: Section[] = []): Map<string, string> {
  const shared = new Map([...pair(sections, original, false), ...pair(sections, original, true)]);
  const anchors = new Map<string, string>();
  for (const section of sections) {
    const id = shared.get(section) ?? section.id;
    if (section.step) nameStep(section.step, id);
    for (const name of section.names) if (!anchors.has(name)) anchors.set(name, id);
  }
  return anchors;
}

function pair(sections: Section[], original: Section[], isStep: boolean): [Section, string][] {
  const own = sections.filter(({ step }) => Boolean(step) === isStep);
  const others = original.filter(({ step }) => Boolean(step) === isStep);
  return own.length === others.length ? own.map((each, index) => [each, others[index]?.id ?? each.id]) : [];
}
