import { sql } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { votes } from "#db/schema/feedback.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { takeVote } from "./feedback.limits.ts";
import type { VoteInput, VoteReceipt } from "./feedback.schema.ts";

export type FeedbackDeps = { db: Db; clock: Clock; knowledge: OpenKnowledge };
/** `ensureId` marks the browser: it is called only for a vote that counts. */
export type Voter = { ipKey: string; ensureId: () => string };

/**
 * One vote a visitor and article: a second one changes the first. What is not said again (reason, comment, address)
 * stays as long as the answer does. @throws AppError "not_found" for an article that there is not, "limited"
 */
export async function castVote(
  { db, clock, knowledge }: FeedbackDeps,
  voter: Voter,
  { articleId, answered, reason, comment, email }: VoteInput,
): Promise<VoteReceipt> {
  const article = findArticle(knowledge, articleId);
  await takeVote({ db, clock }, voter.ipKey, articleId);
  const visitorId = voter.ensureId();
  const now = clock.now();
  const vote = { contentHash: article.contentHash, answered, reason, comment, email, updatedAt: now };
  const id = newId("vote");
  const [cast] = await db
    .insert(votes)
    .values({ id, visitorId, articleId, ...vote, createdAt: now })
    .onConflictDoUpdate({
      target: [votes.visitorId, votes.articleId],
      set: {
        contentHash: article.contentHash,
        answered,
        reason: unlessSaidBefore("reason"),
        comment: unlessSaidBefore("comment"),
        email: unlessSaidBefore("email"),
        updatedAt: now,
      },
    })
    .returning({ id: votes.id });
  if (!cast) throw new Error("A vote was neither made nor changed");
  return { id: cast.id, changed: cast.id !== id };
}

/** The new value; where there is none and the answer is the same, the old one. */
function unlessSaidBefore(name: "reason" | "comment" | "email") {
  const given = sql.raw(`excluded.${name}`);
  const sameAnswer = sql`${votes.answered} = excluded.answered`;
  return sql`case when ${sameAnswer} then coalesce(${given}, ${votes[name]}) else ${given} end`;
}

export function findArticle(knowledge: OpenKnowledge, articleId: string) {
  const article = knowledge.current().articles.get(articleId);
  if (!article) throw new AppError("not_found", `There is no article "${articleId}".`);
  return article;
}
