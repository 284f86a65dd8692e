import type { KnowledgeArticle, KnowledgeBlock, KnowledgeSection } from "#content/knowledge.ts";
import { splitSentences } from "./sentences.ts";

export type PassageKind = "prose" | "steps" | "step" | "troubleshoot";

/** What search finds and an answer cites: a section or a part of it. */
export type Passage = {
  article: KnowledgeArticle;
  section: KnowledgeSection;
  /** Where its link opens: the step or troubleshooting block where it is one, else the section. "" is the page's beginning. */
  anchor: string;
  heading: string;
  kind: PassageKind;
  blocks: KnowledgeBlock[];
  text: string;
};

const WORDS_AT_MOST = 110;

/** All steps of a section as one passage and each by itself, each troubleshooting block, and prose in parts of up to about 110 words. */
export function splitPassages(article: KnowledgeArticle): Passage[] {
  return article.sections.flatMap((section) => {
    const steps = section.blocks.filter((block) => block.type === "step");
    const whole = steps.length > 1 ? [passageOf(article, section, "steps", steps)] : [];
    return [...whole, ...groupBlocks(section.blocks).map((group) => passageOf(article, section, kindOf(group), group))];
  });
}

const kindOf = ([first]: KnowledgeBlock[]): PassageKind => first?.type ?? "prose";

function passageOf(
  article: KnowledgeArticle,
  section: KnowledgeSection,
  kind: PassageKind,
  blocks: KnowledgeBlock[],
): Passage {
  const [first] = blocks;
  const own = first && first.type !== "prose" && kind !== "steps" ? first : null;
  const heading = own ? (own.type === "step" ? own.title : own.symptom) : section.heading;
  return {
    article,
    section,
    anchor: own?.id || section.id,
    heading,
    kind,
    blocks,
    text: blocks.map(textOfBlock).join(" "),
  };
}

/** The words of a block in the order a reader meets them. */
export function textOfBlock(block: KnowledgeBlock): string {
  if (block.type === "prose") return block.text;
  if (block.type === "step") return [block.title, block.text, block.expect].filter(Boolean).join(" ");
  return [block.symptom, block.cause, block.fix, block.verify].filter(Boolean).join(" ");
}

/** Steps and troubleshooting by themselves; neighbouring prose together, as long as it stays short. */
function groupBlocks(blocks: KnowledgeBlock[]): KnowledgeBlock[][] {
  const groups: KnowledgeBlock[][] = [];
  let words = Infinity;
  for (const block of blocks.flatMap(splitLong)) {
    const more = countWords(block);
    const fits = block.type === "prose" && words + more <= WORDS_AT_MOST;
    if (fits) groups.at(-1)?.push(block);
    else groups.push([block]);
    words = block.type === "prose" ? (fits ? words : 0) + more : Infinity;
  }
  return groups;
}

function splitLong(block: KnowledgeBlock): KnowledgeBlock[] {
  if (block.type !== "prose" || countWords(block) <= WORDS_AT_MOST) return [block];
  const parts: string[][] = [];
  let words = Infinity;
  for (const sentence of splitSentences(block.text)) {
    const more = sentence.split(" ").length;
    const fits = words + more <= WORDS_AT_MOST;
    if (fits) parts.at(-1)?.push(sentence);
    else parts.push([sentence]);
    words = (fits ? words : 0) + more;
  }
  const marks = block.code === undefined ? {} : { code: "" }; // the lines belong to the whole
  return parts.map((sentences) => ({ type: "prose", text: sentences.join(" "), ...marks }));
}

const countWords = (block: KnowledgeBlock) => textOfBlock(block).split(" ").length;
