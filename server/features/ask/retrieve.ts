import type { Found, KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { completeQuestion } from "./complete-question.ts";
import type { Turn } from "./thread.ts";

const PASSAGES = 30;

type Question = { question: string; articleId?: string | undefined; turns: Turn[]; integrationNames: string[] };

/** What the articles have on a question. `question` is the one that was looked for: a follow-up, made whole. */
export function retrieve(knowledge: KnowledgeIndex, asked: Question): { question: string; found: Found } {
  const questions = [...asked.turns.map((turn) => turn.question), asked.question];
  const question = questions.reduce(
    (before, next) => completeQuestion(next, before || null, asked.integrationNames),
    "",
  );
  return {
    question,
    found: knowledge.search(question, { articleId: asked.articleId, exactQuotes: false, limit: PASSAGES }),
  };
}
