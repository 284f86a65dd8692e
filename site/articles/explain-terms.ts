import { parseDocument } from "htmlparser2";
import type { Glossary } from "#content/schema.ts";
import { readGlossary } from "#site/knowledge/read-sources.ts";
import { contentDir } from "#site/content-dir.ts";
import { escapeXml } from "./escape-xml.ts";

export type Definition = { word: string; says: string };

const glossary: Glossary = readGlossary(contentDir).data ?? [];
/** What readers of a language are told. */
export const definitionsIn = (language: string): Definition[] =>
  glossary.flatMap(({ define }) => define?.[language] ?? []);

/** Where a word is a name, pressed, or already said: nothing is explained there. */
const LEFT_ALONE = new Set(
  "a code pre h1 h2 h3 h4 h5 h6 svg summary label legend button figcaption table dfn script".split(" "),
);

/**
 * Marks each word of the glossary where it first stands in a section (from one h2 to the next) and puts what it means
 * beside it. Style alone shows it: on hover, on focus, on a tap.
 */
export function explainTerms(html: string, terms: Definition[]): string {
  if (terms.length === 0) return html;
  const words = matcherOf(terms);
  const found: Found[] = [];
  let said = new Set<string>();
  const read = (from: number, text: string): void => {
    for (const { 0: word, index } of text.matchAll(words)) {
      if (!said.has(word)) found.push({ at: from + index, word });
      said.add(word);
    }
  };
  const walk = (nodes: ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type === "text") {
        const from = node.startIndex ?? 0;
        read(from, html.slice(from, (node.endIndex ?? from) + 1)); // as it is written: entities keep their length
      } else if ("attribs" in node) {
        if (node.name === "h2") said = new Set();
        if (!LEFT_ALONE.has(node.name) && node.attribs["data-knowledge"] !== "skip") walk(node.children);
      }
    }
  };
  walk(parseDocument(html, { withStartIndices: true, withEndIndices: true }).children);
  return markAll(html, found, terms);
}

type ChildNode = ReturnType<typeof parseDocument>["children"][number];
type Found = { at: number; word: string };

/** Whole words, as they are spelt in the glossary. */
function matcherOf(terms: Definition[]): RegExp {
  const words = terms.map(({ word }) => RegExp.escape(word));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

/** From the end on, so that no place moves before its turn. */
function markAll(html: string, found: Found[], terms: Definition[]): string {
  return found.toReversed().reduce((rest, { at, word }, index) => {
    const says = terms.find((term) => term.word === word)?.says ?? "";
    return rest.slice(0, at) + markTerm(word, says, found.length - index) + rest.slice(at + word.length);
  }, html);
}

const markTerm = (word: string, says: string, number: number): string =>
  `<dfn class="term" tabindex="0" aria-describedby="term-${number}">${word}` +
  `<span class="term-tip" id="term-${number}" role="tooltip" data-knowledge="skip" data-pagefind-ignore>${escapeXml(says)}</span></dfn>`;
