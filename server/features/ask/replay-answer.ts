import { eq } from "drizzle-orm";
import { AppError } from "#server/core/errors.ts";
import { answers } from "#db/schema/ask.ts";
import type { AnswerDeps } from "./answer-question.ts";
import type { AnswerEvidence, ReplayInput } from "./ask.schema.ts";
import { askProblemWords } from "./ask-problems.words.ts";
import { beginWriting, gatherEvidence, noteEnding, noteSentence } from "./answer-evidence.ts";
import { planAnswer } from "./plan-answer.ts";
import { knowledgeFor } from "./retrieve.ts";
import { survive } from "./survive.ts";
import { readTurns } from "./thread.ts";

export type Replayed = ReplayInput & {
  answerId: string;
  /** Whose budget of the model's answers it takes from. */ spender: string;
};

/**
 * Asks a recorded question again, as its reader did and with the turns before it, on today's articles. Nothing is
 * recorded; what the model costs is. @throws AppError "not_found"; "unprocessable" where a model is asked for and the hub has none
 */
export async function replayAnswer(deps: AnswerDeps, replayed: Replayed, signal: AbortSignal): Promise<AnswerEvidence> {
  const { answerId, mode, spender } = replayed;
  const [asked] = await deps.db.select().from(answers).where(eq(answers.id, answerId));
  if (!asked) throw new AppError("not_found", askProblemWords.notKept);
  const open = mode === "model" ? deps.model : null;
  if (mode === "model" && !open) throw new AppError("unprocessable", "This hub has no model. Replay it without one.");

  const written = beginWriting();
  const knowledge = knowledgeFor(deps.knowledge, asked.question, asked.language);
  const turns = await readTurns(deps.db, asked.threadId, asked.createdAt);
  const articleId = asked.articleId && knowledge.articles.has(asked.articleId) ? asked.articleId : undefined;
  const model = open?.openFor(spender) ?? null;
  const reading = { articleId, section: asked.section ?? undefined, languages: asked.languages ?? undefined };
  const question = { question: asked.question, ...reading, turns, signal };
  const plan = await planAnswer({ ...deps, model }, knowledge, question);
  for await (const sentence of noteEnding(plan.writing, written)) noteSentence(sentence, written);
  const { ending } = written;
  if (!ending) throw new Error("A replay ended without an ending");
  if (ending.usage && model) await survive<unknown>(deps.log, model.settle(ending.usage), () => null);
  return gatherEvidence(plan, written, ending, { knowledgeVersion: knowledge.version, model: open?.name ?? null });
}
