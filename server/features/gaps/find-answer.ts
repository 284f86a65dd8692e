import { and, desc, eq } from "drizzle-orm";
import { answers } from "#db/schema/ask.ts";
import type { gapPhrases } from "#db/schema/gaps.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import { LEFT_OPEN } from "./group/is-gap.ts";

export type Phrase = typeof gapPhrases.$inferSelect;

/** The article that answers a phrase now; null where none does. What this very build left open it does not answer. */
export async function findAnswer(deps: GapsDeps, knowledge: KnowledgeIndex, phrase: Phrase): Promise<string | null> {
  if (phrase.knowledge === knowledge.version) return null;
  if (phrase.kind === "search") {
    const found = deps.search(knowledge, phrase.text);
    return found.length > (phrase.results ?? 0) ? (found[0] ?? null) : null;
  }
  const judged = deps.judge(knowledge, phrase.text);
  const article = judged?.passages[0]?.passage.article.id;
  if (judged?.verdict !== "answered" || !article) return null;
  const passages = judged.passages.map(({ passage }) => passage);
  return (await saysMore(deps, phrase.key, passages)) ? article : null;
}

/**
 * Whether there is something that the answer before had not been made from. What a reader was not helped by, or a model
 * found no answer in, is none now because the rules that judge by words alone take it for one.
 */
async function saysMore({ db }: GapsDeps, questionKey: string, passages: Passage[]): Promise<boolean> {
  const { verdict, mode } = answers;
  const [last] = await db
    .select({ verdict, mode, passages: answers.passages })
    .from(answers)
    .where(and(eq(answers.questionKey, questionKey), LEFT_OPEN))
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(1);
  if (!last || (last.mode === "extractive" && last.verdict !== "answered")) return true;
  const known = new Set((last.passages ?? []).map(({ articleId, contentHash }) => `${articleId} ${contentHash}`));
  return passages.some(({ article }) => !known.has(`${article.id} ${article.contentHash}`));
}
