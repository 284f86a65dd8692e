import { isAbbreviated } from "#server/knowledge/sentences.ts";
import type { SentenceEvent } from "../ask.schema.ts";
import { CITATION, CITATIONS, dropCitations, readCitations } from "./read-citations.ts";

/** Where a sentence ends: a line's end, or a full stop with its citations before the next word. Not after "1." or "e.g.". */
const END = new RegExp(String.raw`\n+|[.!?…]["”’)]*(?:\s*${CITATIONS})?\s+(?=[^\s[\n])|${CITATION}\s+(?=\p{Lu})`, "gu");
const NUMBER_OF_ITEM = /^\s*(?:[-*]\s+)?\d+[.)]\s*$/;
/** A sentence with its citations, and nothing after it: it is whole, unless more citations follow. */
const CITED = new RegExp(String.raw`[.!?…]["”’)]*\s*${CITATIONS}$`, "u");
/** Characters. What goes on for longer is no sentence, and is not looked through again with every piece that comes. */
const LONGEST = 1000;

export type SentenceCutter = {
  /** Takes more of the text, and gives what is complete now. */
  push(text: string): SentenceEvent[];
  /** Gives what is left if that is one sentence with its citations and `suffices` as it is: citations that follow are dropped. */
  takeCited(suffices: (sentence: SentenceEvent) => boolean): SentenceEvent[];
  /** What was left when the text ended. */
  end(): SentenceEvent[];
};

/** Cuts a stream of text with citations like "[2]" into sentences. */
export function createSentenceCutter(): SentenceCutter {
  let rest = "";
  const takeComplete = (): SentenceEvent[] => {
    const sentences: SentenceEvent[] = [];
    for (let end = findEnd(rest); end > 0; end = findEnd(rest)) {
      sentences.push(...readSentence(rest.slice(0, end)));
      rest = rest.slice(end);
    }
    return sentences;
  };
  return {
    push(text) {
      rest += text;
      return takeComplete();
    },
    takeCited(suffices) {
      const cited = CITED.test(rest) ? readSentence(rest) : [];
      if (!cited.every(suffices)) return [];
      if (cited.length > 0) rest = "";
      return cited;
    },
    end() {
      const last = readSentence(rest);
      rest = "";
      return last;
    },
  };
}

/** Where the first sentence ends; 0 while it has not. */
function findEnd(text: string): number {
  const near = text.slice(0, LONGEST);
  for (const match of near.matchAll(END)) {
    const end = match.index + match[0].length;
    const sentence = near.slice(0, end);
    if (!NUMBER_OF_ITEM.test(sentence) && !isAbbreviated(sentence)) return end;
  }
  return text.length > LONGEST ? LONGEST : 0;
}

function readSentence(raw: string): SentenceEvent[] {
  const text = dropCitations(raw)
    .replace(/^[\s,;]+/, "")
    .trim();
  return text ? [{ text, citations: readCitations(raw) }] : [];
}
