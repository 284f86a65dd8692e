import type { Element, Nodes } from "hast";
import type { Node } from "../tree.ts";
import { elementsOf, isElement } from "./elements.ts";
import { isFurniture } from "./furniture.ts";
import { languageOf } from "./language-of.ts";

/** `<pre>`, whatever a highlighter has made of its lines. */
export function readCode(pre: Element, around?: string): Node {
  const named = [pre, ...elementsOf(pre)].map(languageOf).find((lang) => lang !== undefined);
  const value = rawText(pre).replace(/^\n|\n+$/g, "");
  const lang = (named ?? around)?.replace(/[^\w.#+-].*$/s, "");
  return {
    type: "code",
    lang: lang && !/^(?:none|plain|plaintext|text)$/.test(lang) ? lang : null,
    value,
    position: pre.position,
  };
}

function rawText(node: Nodes): string {
  if (node.type === "text") return node.value.replaceAll("\u200B", "");
  if (!("children" in node)) return "";
  if (isElement(node, "br")) return "\n";
  if (isElement(node) && isFurniture(node)) return "";
  const words = node.children.map(rawText).join("");
  // a line of its own, where lines are told apart by blocks
  return isElement(node, "div", "p", "li", "tr") && !words.endsWith("\n") ? `${words}\n` : words;
}
