import type { Mistake } from "#content/mistakes.ts";
import { attributeOf, readTags, type MdxTag } from "./mdx-tags.ts";
import type { ArticleSource } from "./read-sources.ts";

type Node = { tag: MdxTag; id: string; answers: { tag: MdxTag; to: string }[] };
type Tree = { tag: MdxTag; nodes: Node[] };
type Say = (tag: MdxTag, message: string) => Mistake;

/** What is wrong with the decision trees of an article: every answer leads somewhere, every way ends, nothing is left over. */
export function checkDiagnose({ file, text }: ArticleSource): Mistake[] {
  const say: Say = ({ line, name }, message) => ({ file, line, message: `<${name}>: ${message}` });
  const trees: Tree[] = [];
  for (const tag of readTags(text)) {
    const tree = trees.at(-1);
    if (tag.name === "Diagnose") trees.push({ tag, nodes: [] });
    else if (tag.name === "Question" || tag.name === "Outcome")
      tree?.nodes.push({ tag, id: attributeOf(tag, "id") ?? "", answers: [] });
    else if (tag.name === "Answer") {
      const node = tree?.nodes.at(-1);
      if (node?.tag.name === "Question") node.answers.push({ tag, to: attributeOf(tag, "to") ?? "" });
    }
  }
  return trees.flatMap((tree) => checkTree(tree, say));
}

function checkTree({ tag, nodes }: Tree, say: Say): Mistake[] {
  // what a block lacks, and what stands outside of one, is told by check-blocks.ts
  const isNamed = nodes.every(({ id, answers }) => id && answers.every(({ to }) => to));
  if (!isNamed) return [];
  if (nodes[0]?.tag.name !== "Question") return [say(tag, "it begins with a <Question>")];
  return [...checkAnswers(nodes, say), ...checkWays(nodes, say)];
}

function checkAnswers(nodes: Node[], say: Say): Mistake[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return nodes.flatMap(({ tag, answers }) => [
    ...(tag.name === "Question" && answers.length < 2 ? [say(tag, "a question needs two answers or more")] : []),
    ...answers.flatMap((answer) =>
      ids.has(answer.to) ? [] : [say(answer.tag, `there is no question or outcome "${answer.to}" in this tree`)],
    ),
  ]);
}

function checkWays(nodes: Node[], say: Say): Mistake[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reached = new Set<string>();
  const circles: Mistake[] = [];
  const walk = (node: Node, way: string[]): void => {
    if (reached.has(node.id) && !way.includes(node.id)) return;
    reached.add(node.id);
    for (const { tag, to } of node.answers) {
      const next = byId.get(to);
      if ([...way, node.id].includes(to))
        circles.push(say(tag, `"${to}" was asked before: the reader goes in a circle`));
      else if (next) walk(next, [...way, node.id]);
    }
  };
  if (nodes[0]) walk(nodes[0], []);
  const lost = nodes.filter(({ id }) => !reached.has(id)).map(({ tag, id }) => say(tag, `no answer leads to "${id}"`));
  return [...circles, ...lost];
}
