import type { Found, KnowledgeIndex, SearchOptions } from "#server/knowledge/knowledge-index.ts";
import { completeQuestion } from "./complete-question.ts";
import type { Turn } from "./thread.ts";

const PASSAGES = 30;

type Question = Pick<SearchOptions, "articleId" | "section"> & {
  question: string;
  turns: Turn[];
  integrationNames: string[];
};

/** What the articles have on a question. `question` is the one that was looked for: a follow-up, made whole. */
export function retrieve(knowledge: KnowledgeIndex, asked: Question): { question: string; found: Found } {
  const questions = [...asked.turns.map((turn) => turn.question), asked.question];
  const question = questions.reduce(
    (before, next) => completeQuestion(next, before || null, asked.integrationNames),
    "",
  );
  const { articleId, section } = asked;
  return { question, found: knowledge.search(question, { articleId, section, exactQuotes: false, limit: PASSAGES }) };
}
