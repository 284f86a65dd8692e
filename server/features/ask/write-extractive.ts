import type { KnowledgeBlock } from "#content/knowledge.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { coverTerms, covers, type Term } from "#server/knowledge/parse-query.ts";
import { splitStems } from "#server/knowledge/words.ts";
import type { SentenceEvent } from "./ask.schema.ts";
import { pickSentences } from "./pick-sentences.ts";
import { citationOf, type NumberedSource } from "./sources.ts";

const PROSE_AT_MOST = 600;
/** Stands before the words of a troubleshooting block's last part. */
export const VERIFY_LEAD = "It worked when you see this: ";

type StepBlock = Extract<KnowledgeBlock, { type: "step" }>;
type Question = { terms: Term[]; passages: RankedPassage[]; sources: NumberedSource[] };

/**
 * An answer of the articles' own words: steps in their order, a troubleshooting block, or neighbouring sentences (prose
 * up to 600 characters), from the best passage and, for what that leaves open, from one more.
 */
export function writeExtractive({ terms, passages, sources }: Question): SentenceEvent[] {
  const [lead] = passages;
  if (!lead) return [];
  const cite = (ranked: RankedPassage, texts: string[]) =>
    texts.map((text) => ({ text, citations: citationOf(ranked.passage, sources) }));
  const first = cite(lead, quotePassage(lead, terms, PROSE_AT_MOST));
  const room = PROSE_AT_MOST - first.reduce((sum, { text }) => sum + text.length, 0);
  const second = room > 0 ? findSecond(terms, lead, passages) : null;
  return second ? [...first, ...cite(second, quotePassage(second, terms, room))] : first;
}

/** What a second passage must say of the question (0 to 1) that the first does not. */
const WORTH_ADDING = 0.2;

function findSecond(terms: Term[], lead: RankedPassage, passages: RankedPassage[]): RankedPassage | undefined {
  const leadStems = new Set(splitStems(wordsOf(lead)));
  const all = coverTerms(terms, leadStems);
  const gain = (each: RankedPassage) => coverTerms(terms, new Set([...leadStems, ...splitStems(wordsOf(each))])) - all;
  return passages.find((each) => each !== lead && gain(each) >= WORTH_ADDING);
}

const wordsOf = ({ passage }: RankedPassage) =>
  [passage.article.title, ...passage.section.path, passage.text].join(" ");

/** The words of a passage, in pieces that each read as one. Steps and troubleshooting stay whole. */
function quotePassage({ passage }: RankedPassage, terms: Term[], room: number): string[] {
  if (passage.kind === "prose") return pickSentences(passage, terms, room);
  return passage.blocks.flatMap((block) => {
    if (block.type === "step") return quoteStep(block, passage.kind === "step" ? terms : []);
    if (block.type === "troubleshoot")
      return [block.cause, block.fix, block.verify && VERIFY_LEAD + block.verify].filter(Boolean);
    return [];
  });
}

/** A step with its number, and what one should see then where that says something of `terms` that the step does not. */
function quoteStep({ number, title, text, expect = "" }: StepBlock, terms: Term[]): string[] {
  const step = `${number}. ${endSentence(title)} ${text}`.trim();
  const said = new Set(splitStems(step));
  const expected = new Set(splitStems(expect));
  const adds = terms.some((term) => covers(term, expected) && !covers(term, said));
  return adds ? [step, expect] : [step];
}

const endSentence = (title: string) => (/[.!?]$/.test(title) ? title : `${title}.`);
