import { parseMarkdown } from "../markdown/parse.ts";
import { attributeOf, childrenOf, isPhrasing, text, walk, type Jsx, type Node } from "../tree.ts";

/** Words of an attribute, which may be Markdown: `caption="See [the guide](/guide)"`. Empty when it is not there. */
export function saidIn(element: Jsx, ...names: string[]): Node[] {
  const said = attributeOf(element, ...names)?.trim();
  if (!said) return [];
  if (!/[*_`[~]/.test(said)) return [text(said)];
  const words = parseMarkdown(said, false, () => {}).tree.children.flatMap(childrenOf);
  const isLine = words.every((node) => isPhrasing(node) && [...walk(node)].every(isPhrasing));
  return isLine && words.length > 0 ? words : [text(said)];
}
