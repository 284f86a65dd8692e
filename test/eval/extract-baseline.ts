import { splitSentences } from "#server/knowledge/sentences.ts";
import { splitStems } from "#server/knowledge/words.ts";
import { tellingWords } from "./engines/engine.ts";
import { openFts5 } from "./engines/fts5.ts";
import type { EvalDoc } from "./support/sets.ts";

/** `cited` is the article of the first citation, `found` the first that retrieval found. */
export type WrittenAnswer = { text: string; cited: string | null; found: string | null; milliseconds: number };
/** Answers from the best article, or from the one that is given. */
export type Writer = (question: string, givenId?: string) => WrittenAnswer;

const SENTENCES = 3;
const CHARACTERS = 600;
/** What a word counts for each further sentence that has it. */
const AGAIN = 0.3;

/** What a plain full-text search does: the first article, and in it the sentences in a row that have most of the question's words. */
export function createBaseline(docs: EvalDoc[]): Writer {
  const fts5 = openFts5(docs);
  const counts = new Map<string, number>();
  for (const { title, text } of docs) {
    for (const each of new Set(splitStems(`${title} ${text}`))) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const weigh = (term: string) => {
    const count = counts.get(term) ?? 0;
    return Math.log(1 + (docs.length - count + 0.5) / (count + 0.5));
  };
  return (question, givenId) => {
    const id = givenId ?? fts5.rank(question)[0];
    const doc = docs.find((each) => each.id === id);
    if (!doc) return { text: "", cited: null, found: null, milliseconds: 0 };
    const began = performance.now();
    const terms = [...new Set(tellingWords(question).flatMap(splitStems))].map((term) => ({
      term,
      weight: weigh(term),
    }));
    const text = findWindow(doc.text, terms);
    return { text, cited: doc.id, found: doc.id, milliseconds: performance.now() - began };
  };
}

function findWindow(text: string, terms: { term: string; weight: number }[]): string {
  const sentences = text.split(/\n+/).flatMap((line) => splitSentences(line.replace(/\s+/g, " ").trim()));
  const stems = sentences.map((sentence) => new Set(splitStems(sentence)));
  let best = { score: -1, text: "" };
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from + 1; to <= Math.min(from + SENTENCES, sentences.length); to++) {
      const window = sentences.slice(from, to).join(" ");
      if (window.length > CHARACTERS && to > from + 1) break;
      const score = terms.reduce((sum, { term, weight }) => {
        const times = stems.slice(from, to).filter((each) => each.has(term)).length;
        return times > 0 ? sum + weight * (1 + AGAIN * (times - 1)) : sum;
      }, 0);
      if (score > best.score) best = { score, text: window.slice(0, CHARACTERS) };
    }
  }
  return best.text;
}
