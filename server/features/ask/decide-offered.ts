import type { Found, KnowledgeIndex, Offered } from "#server/knowledge/knowledge-index.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { choosePassages } from "./choose-passages.ts";
import type { Decision } from "./decide.ts";

type Looked = { question: string; found: Found; decided: Decision };

/** More than any section has. */
const LIMIT = 500;

/**
 * A question that an article offers is answered from the section that its writer named for it, whatever words that has: nobody
 * who presses what a page offers is told that the articles say nothing of it. Null for any other question.
 */
export function decideOffered(knowledge: KnowledgeIndex, question: string): Looked | null {
  const offered = knowledge.offered(question);
  const first = offered && knowledge.passages.find((passage) => isOf(offered, passage));
  if (!offered || !first) return null;
  const search = (text: string): Found => {
    const found = knowledge.search(text, { exactQuotes: false, limit: LIMIT });
    return { ...found, passages: found.passages.filter(({ passage }) => isOf(offered, passage)) };
  };
  const named = search(`${question} ${first.section.heading} ${first.heading}`);
  // a section without a word of either is found by its own
  const found = named.passages.length > 0 ? named : { ...named, passages: search(first.text).passages };
  const passages = choosePassages(question, found.passages);
  if (passages.length === 0) return null;
  return { question, found, decided: { verdict: "answered", confidence: 1, passages, lacks: [], nearest: [] } };
}

const isOf = ({ article, section }: Offered, passage: Passage): boolean =>
  passage.article === article && [passage.anchor, passage.section.id].includes(section);
