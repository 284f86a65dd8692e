import type { Found, KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { guessLanguage } from "#server/knowledge/guess-language.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { RankedPassage, Reading } from "#server/knowledge/rank-passages.ts";
import { weighRarity } from "#server/knowledge/vocabulary.ts";
import { completeQuestion, leans, namePattern, readNameOnly } from "./complete-question.ts";
import { recogniseRemark } from "./recognise.ts";
import type { Turn } from "./thread.ts";

const OPTIONS = { exactQuotes: false, limit: 30 };
/** A word with less than this share of the weight of a word that no passage has does not say what a question is about. "How long does that take" has no other. */
const TELLS_LITTLE = 0.2;

type Question = Reading & { question: string; turns: Turn[]; integrationNames: string[] };

/** A question is answered from what is in its own language first, or else in the reader's: the one that is spoken, unless it is given. */
export const knowledgeFor = (knowledge: OpenKnowledge, question: string, readers?: string | null): KnowledgeIndex =>
  knowledge.current(guessLanguage(question) ?? readers ?? undefined);

/**
 * What the articles have on a question, and the question that was looked for: a follow-up is completed from the turns
 * before it, and one that points at the open page and says nothing by itself gets the page's title in front.
 */
export function retrieve(knowledge: KnowledgeIndex, asked: Question): { question: string; found: Found } {
  const questions = [...asked.turns.map((turn) => turn.question), asked.question];
  const question = questions.reduce(
    (before, next) => completeQuestion(next, before || null, asked.integrationNames),
    "",
  );
  const { articleId, section, languages } = asked;
  const page = asked.turns.length === 0 && leans(question) && articleId ? knowledge.articles.get(articleId) : undefined;
  const search = (whole: string) =>
    dropOthers(asked.integrationNames, whole, knowledge.search(whole, { ...OPTIONS, articleId, section, languages }));
  const name = page ? readNameOnly(question, asked.integrationNames) : null;
  if (page && name !== null) {
    const whole = completeQuestion(question, page.title, asked.integrationNames);
    return { question: whole, found: keepNaming(name, search(whole)) };
  }
  const pointsOnly = recogniseRemark(question) === "vague" || !tells(knowledge, question);
  const whole = page && pointsOnly ? `${page.title} ${question}` : question;
  return { question: whole, found: search(whole) };
}

/** "and for HubSpot?" is answered by what says something of HubSpot, where anything does. */
function keepNaming(name: string, found: Found): Found {
  const pattern = namePattern(name);
  const naming = found.passages.filter(({ passage }) => pattern.test(`${passage.heading} ${passage.text}`));
  return naming.length > 0 ? { ...found, passages: naming } : found;
}

/** Where an article has a heading of the CRM that a question names, what stands there under the name of another is left out. */
function dropOthers(names: string[], question: string, found: Found): Found {
  const namedIn = (text: string) => names.filter((name) => namePattern(name).test(text));
  const asked = namedIn(question);
  if (asked.length === 0) return found;
  const headed = found.passages.map((each) => ({ each, headings: namedIn(headingsOf(each)) }));
  const isAsked = ({ headings }: { headings: string[] }) => headings.some((name) => asked.includes(name));
  const articles = new Set(headed.filter(isAsked).map(({ each }) => each.passage.article));
  const kept = headed.filter(
    (one) => one.headings.length === 0 || isAsked(one) || !articles.has(one.each.passage.article),
  );
  return { ...found, passages: kept.map(({ each }) => each) };
}

/** What it stands under, but for the article's title. */
const headingsOf = ({ passage }: RankedPassage) => [...passage.section.path.slice(1), passage.heading].join(" ");

function tells(knowledge: KnowledgeIndex, question: string): boolean {
  const little = TELLS_LITTLE * weighRarity(0, knowledge.passages.length);
  return knowledge.read(question).terms.some(({ weight }) => weight > little);
}

/** What is near in words or in meaning, ranked by both. */
export const rankByBoth = (
  knowledge: KnowledgeIndex,
  question: string,
  { articleId, section, languages }: Reading,
  nearness: Float32Array,
): RankedPassage[] => knowledge.search(question, { ...OPTIONS, articleId, section, languages, nearness }).passages;
