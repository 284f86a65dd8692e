import type { Element, Nodes } from "hast";
import type { Node } from "../tree.ts";
import { codeWith, type Code } from "../blocks/code.ts";
import { classesOf, elementsOf, findElement, isElement, wordsOf } from "./elements.ts";
import { isFurniture } from "./furniture.ts";
import { codeLanguageOf } from "./code-language.ts";

/** `<pre>`, whatever a highlighter has made of its lines. */
export function readCode(pre: Element, around?: string): Code {
  const named = [pre, ...elementsOf(pre)].map(codeLanguageOf).find((lang) => lang !== undefined);
  const value = rawText(pre).replace(/^\n|\n+$/g, "");
  const lang = (named ?? around)?.replace(/[^\w.#+-].*$/s, "");
  return {
    type: "code",
    lang: lang && !/^(?:none|plain|plaintext|text)$/.test(lang) ? lang : null,
    value,
    position: pre.position,
  };
}

const AROUND = /^(?:theme-code-block|codeBlockContainer.*|expressive-code)$/;
const TITLE = /^(?:codeBlockTitle.*|title)$/;

/** Code with its title above it, as Docusaurus and Starlight write it. Null when it has none. */
export function readTitledCode(element: Element, around?: string): Node | null {
  if (!classesOf(element).some((name) => AROUND.test(name))) return null;
  const pre = findElement(element, ({ tagName }) => tagName === "pre");
  const title = findElement(element, (each) => classesOf(each).some((name) => TITLE.test(name)));
  const words = title && wordsOf(title);
  return pre && words ? codeWith(words, readCode(pre, around)) : null;
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
