import type { Found, KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { covers } from "#server/knowledge/parse-query.ts";
import { stemsOfPassage } from "#server/knowledge/passage-stems.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { splitStems } from "#server/knowledge/words.ts";
import { fits } from "./asking/asking.ts";
import { decide, type Decision, type ToldSide } from "./decide.ts";
import { isNamed } from "./is-named.ts";
import { quotableSentences } from "./quotable-sentences.ts";
import { readCompared, type Side } from "./read-compared.ts";
import { readSeveral } from "./read-several.ts";
import { retrieve } from "./retrieve.ts";

/** What names a side may stand far below what only mentions it. */
const LIMIT = 500;

/**
 * Whether the articles answer; where several questions are asked, or one compares two things and they do not, what they say
 * of each.
 * @param ranked what was found, by meaning too where that is known
 * @param integrationNames so that a question about one of them is not answered by another
 */
export function decideWhole(
  knowledge: KnowledgeIndex,
  question: string,
  found: Found,
  ranked = found.passages,
  integrationNames: string[] = [],
): Decision {
  const decided = decide(question, found, knowledge.passages.length, ranked);
  const [best] = decided.passages;
  const several = best && isNamed(best) ? null : decideSeveral({ knowledge, integrationNames }, question, decided);
  if (several) return several;
  const compared = readCompared(question);
  if (!compared || comparesItself(decided.passages, compared)) return decided;
  const sides = compared.map((side) => tellSide(knowledge, side)).filter((side) => side !== null);
  return sides.length === compared.length ? joinSides(decided, sides) : decided;
}

type Hub = { knowledge: KnowledgeIndex; integrationNames: string[] };

/** Null where it is one question, or all are answered in one section or none is. */
function decideSeveral({ knowledge, ...more }: Hub, message: string, decided: Decision): Decision | null {
  const sides = readSeveral(message, more.integrationNames)?.map((side) => {
    const { question, found } = retrieve(knowledge, { question: side.question, turns: [], ...more });
    return toldOf(side, found, decide(question, found, knowledge.passages.length));
  });
  const told = sides?.filter(({ verdict }) => verdict !== "unanswered") ?? [];
  const sections = new Set(told.map(({ passages: [best] }) => best?.passage.section));
  const isTold = told.length === sides?.length ? sections.size > 1 : told.length > 0 && decided.verdict !== "answered";
  return sides && isTold ? joinSides(decided, sides) : null;
}

/** Of the best section alone: an answer to several questions has little room for each. */
function toldOf({ name, question }: Side, { terms }: Found, decided: Decision): ToldSide {
  const [best] = decided.passages;
  const passages = decided.passages.filter(({ passage }) => passage.section === best?.passage.section);
  return { ...decided, name, question, terms, passages };
}

/** Whether the best passage is about both, by its headings or by a sentence that compares them. */
function comparesItself([best]: RankedPassage[], sides: Side[]): boolean {
  if (!best) return false;
  const names = sides.flatMap(({ name }) => splitStems(name));
  const compares = quotableSentences(best.passage).some(
    ({ text, stems }) => fits("comparing", text) && names.every((stem) => stems.has(stem)),
  );
  return compares || isNamed(best);
}

/** The section that says what is asked of one side, of those that name it; null where none does. */
function tellSide(knowledge: KnowledgeIndex, side: Side): ToldSide | null {
  const { name, question } = side;
  const found = knowledge.search(question, { exactQuotes: false, limit: LIMIT });
  // "which is faster" is answered by what says so
  const own = found.terms.filter(({ word, stem }) => splitStems(name).includes(stem) || fits("comparing", word));
  const namesIt = ({ passage }: RankedPassage): boolean => {
    if (passage.kind !== "prose") return false;
    const stems = stemsOfPassage(passage);
    return own.every((term) => covers(term, stems));
  };
  const decided = decide(question, { ...found, passages: found.passages.filter(namesIt) }, knowledge.passages.length);
  return decided.passages.length > 0 ? toldOf(side, found, decided) : null;
}

function joinSides({ nearest }: Decision, sides: ToldSide[]): Decision {
  const told = new Map(sides.flatMap(({ passages }) => passages).map((each) => [each.passage, each]));
  return {
    verdict: sides.every(({ verdict }) => verdict === "answered") ? "answered" : "partial",
    confidence: Math.min(...sides.map(({ confidence }) => confidence)),
    passages: [...told.values()],
    lacks: [],
    nearest,
    sides,
  };
}
