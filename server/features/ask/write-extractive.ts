import type { KnowledgeBlock } from "#content/knowledge.ts";
import { speakIn } from "#content/words.ts";
import type { Speeches } from "#server/core/speeches.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { coverTerms, covers, type Term } from "#server/knowledge/parse-query.ts";
import { lineOf, splitStems, splitWords } from "#server/knowledge/words.ts";
import { SAY } from "./answer.words.ts";
import type { SentenceEvent } from "./ask.schema.ts";
import { pickSentences } from "./pick-sentences.ts";
import { readBeginning } from "./read-beginning.ts";
import type { Quotable } from "./quotable-sentences.ts";
import { fits, type QuestionKind } from "./asking/asking.ts";
import { beginsNamed, isNamed } from "./is-named.ts";
import { kindOfQuestion, namesTopic } from "./question-kind.ts";
import type { Question } from "./score-sentences.ts";
import { cutCode, findCode, keepNamedTabs, quoteLines } from "./quote-layout.ts";
import { citationOf, type NumberedSource } from "./sources.ts";

export const PROSE_AT_MOST = 600;

type StepBlock = Extract<KnowledgeBlock, { type: "step" }>;
type ExtractiveTask = Question & {
  passages: RankedPassage[];
  sources: NumberedSource[];
  /** What stands between quotes is said in their language; without it, in the one that is spoken. */
  speeches?: Speeches | undefined;
  /** Characters of prose. */
  atMost?: number;
};

/**
 * An answer of the articles' own words: the beginning of what is named where no more is asked; else steps in their order, a troubleshooting block, or the sentences (up to 600
 * characters) that say most; and of one more passage what those leave open.
 */
export function writeExtractive({
  question,
  terms,
  passages,
  sources,
  speeches,
  atMost = PROSE_AT_MOST,
}: ExtractiveTask): SentenceEvent[] {
  const [lead] = passages;
  if (!lead) return [];
  if (asksForWhole(question, lead))
    return quoteProse(question, readBeginning(beginningOf(lead, passages), atMost), sources);
  const first = isProse(lead) ? passages.filter(isProse) : [lead];
  const quote = (from: RankedPassage[], room: number) =>
    from.every(isProse)
      ? quoteProse(question, pickSentences({ question, terms }, from, room), sources)
      : from.flatMap((each) => quoteBlocks(each, { question, terms }, sources, speeches));
  const quoted = quote(first, atMost);
  const room = atMost - quoted.reduce((sum, { text }) => sum + text.length, 0);
  const more = room > 0 && findMore(terms, first, passages);
  return more ? [...quoted, ...quote([more], room)] : quoted;
}

const beginningOf = (lead: RankedPassage, passages: RankedPassage[]) =>
  passages
    .filter((each) => isProse(each) && each.passage.section === lead.passage.section)
    .map(({ passage }) => passage);

const isProse = ({ passage }: RankedPassage) => passage.kind === "prose";

/** Who asks how, how long, how many, who, where or whether wants the sentence that says it, wherever it stands. */
const DETAILS: ReadonlySet<QuestionKind> = new Set<QuestionKind>(["how", "number", "time", "who", "where", "whether"]);
/** No more is asked than the article's title says, or a topic is named that has a heading of its own. */
function asksForWhole(question: string, lead: RankedPassage): boolean {
  if (!isProse(lead)) return false;
  if (namesTopic(question)) return isNamed(lead);
  const asksForDetail = DETAILS.has(kindOfQuestion(question)) && !fits("choosing", question);
  return beginsNamed(lead) && (!asksForDetail || asksTitle(question, lead));
}

/** "who owns a contact", of "Decide who owns a contact before you connect". */
const asksTitle = (question: string, { passage }: RankedPassage): boolean =>
  lineOf(splitWords(passage.article.title)).includes(lineOf(splitWords(question)));

/** What one more passage must say of the question (0 to 1) that the first do not. */
const WORTH_ADDING = 0.3;

function findMore(terms: Term[], first: RankedPassage[], passages: RankedPassage[]): RankedPassage | undefined {
  const others = passages.filter((each) => !first.includes(each));
  if (others.length === 0) return undefined; // reading what the first say takes its time
  const said = new Set(first.flatMap(wordsOf));
  const all = coverTerms(terms, said);
  return others.find((each) => coverTerms(terms, new Set([...said, ...wordsOf(each)])) - all >= WORTH_ADDING);
}

const wordsOf = ({ passage }: RankedPassage) =>
  [passage.article.title, ...passage.section.path, passage.text].flatMap(splitStems);

/** Sentences that follow one another stay one piece; code that one announces comes after it. */
function quoteProse(question: string, sentences: Quotable[], sources: NumberedSource[]): SentenceEvent[] {
  const pieces: Quotable[] = [];
  for (const sentence of sentences) {
    const before = pieces.at(-1);
    const follows =
      before?.passage.section === sentence.passage.section &&
      before.place.from + before.text.length + 1 === sentence.place.from;
    if (follows) pieces[pieces.length - 1] = { ...before, text: `${before.text} ${sentence.text}` };
    else pieces.push(sentence);
  }
  return pieces.flatMap((piece) => {
    const citations = citationOf(piece.passage, sources);
    const { isCode, label, lines } = findCode(piece, question);
    const words = isCode ? [] : quoteLines(piece);
    const said = [...words.slice(0, -1), [words.at(-1), label].filter(Boolean).join(" ")].filter(Boolean);
    const code: Piece[] = lines ? [cutCode({ text: lines, code: true })] : [];
    return [...said.map((text): Piece => ({ text })), ...code].map((each) => ({ ...each, citations }));
  });
}

/** Steps and troubleshooting, whole. */
function quoteBlocks(
  { passage }: RankedPassage,
  asked: Question,
  sources: NumberedSource[],
  speeches?: Speeches,
): SentenceEvent[] {
  const citations = citationOf(passage, sources);
  const cite = (texts: string[]) => texts.filter(Boolean).map((text) => ({ text, citations }));
  return passage.blocks.flatMap((block) => {
    if (block.type === "step")
      return quoteStep(block, asked, passage.kind === "step").map((said) => ({ ...said, citations }));
    if (block.type !== "troubleshoot") return [];
    const verify = cite([block.verify]);
    return [
      ...cite([block.cause, block.fix]),
      ...verify.flatMap((said) => [{ text: leadToVerify(passage.article.language, speeches), citations: [] }, said]),
    ];
  });
}

const leadToVerify = (language: string, speeches?: Speeches): string =>
  speeches ? speakIn(speeches.of(language), () => SAY.verifyLead) : SAY.verifyLead;

type Piece = Omit<SentenceEvent, "citations">;

/**
 * A step with its number, code and tabs, those alone that the question names where it names some. Where one step was `found`,
 * with what one should see then, if that says something of the question that the step does not.
 */
function quoteStep(step: StepBlock, { question, terms }: Question, found: boolean): Piece[] {
  const { number, title, text, expect = "" } = step;
  const lead = `${number}. ${endSentence(title)}`;
  const [first, ...rest] = keepNamedTabs(step.parts ?? [{ text }], question);
  const isWords = first && !first.code && !first.tab;
  const begun = isWords ? [{ ...first, text: `${lead} ${first.text}` }] : [{ text: lead }, ...(first ? [first] : [])];
  const said = new Set(splitStems(`${lead} ${text}`));
  const expected = new Set(splitStems(expect));
  const adds = found && terms.some((term) => covers(term, expected) && !covers(term, said));
  return [...begun, ...rest, ...(adds ? [{ text: expect }] : [])].map(({ text: words, code }) =>
    cutCode({ text: words, ...(code && { code }) }),
  );
}

const endSentence = (title: string) => (/[.!?]$/.test(title) ? title : `${title}.`);
