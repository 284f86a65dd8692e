import type { Found, KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { guessLanguage } from "#server/knowledge/guess-language.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { RankedPassage, Reading } from "#server/knowledge/rank-passages.ts";
import { completeQuestion } from "./complete-question.ts";
import type { Turn } from "./thread.ts";

const OPTIONS = { exactQuotes: false, limit: 30 };

type Question = Reading & { question: string; turns: Turn[]; integrationNames: string[] };

/** A question is answered from what is in its own language first. */
export const knowledgeFor = (knowledge: OpenKnowledge, question: string): KnowledgeIndex =>
  knowledge.current(guessLanguage(question) ?? undefined);

/** What the articles have on a question. `question` is the one that was looked for: a follow-up, made whole. */
export function retrieve(knowledge: KnowledgeIndex, asked: Question): { question: string; found: Found } {
  const questions = [...asked.turns.map((turn) => turn.question), asked.question];
  const question = questions.reduce(
    (before, next) => completeQuestion(next, before || null, asked.integrationNames),
    "",
  );
  const { articleId, section, languages } = asked;
  return { question, found: knowledge.search(question, { ...OPTIONS, articleId, section, languages }) };
}

/** What is near in words or in meaning, ranked by both. */
export const rankByBoth = (
  knowledge: KnowledgeIndex,
  question: string,
  { articleId, section, languages }: Reading,
  nearness: Float32Array,
): RankedPassage[] => knowledge.search(question, { ...OPTIONS, articleId, section, languages, nearness }).passages;
