import { and, eq } from "drizzle-orm";
import { speech } from "#content/words.ts";
import type { Db, Tx } from "#db/database.ts";
import { votes } from "#db/schema/feedback.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import { problemWords } from "#server/core/problem.words.ts";
import { newId } from "#server/core/ids.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { HookEvent } from "#server/outbox/hooks/hook-events.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import { takeVote } from "./feedback.limits.ts";
import type { VoteInput, VoteReceipt } from "./feedback.schema.ts";
import { tallyVote } from "./tally-vote.ts";

export type FeedbackDeps = { db: Db; clock: Clock; knowledge: OpenKnowledge };
/** `ensureId` marks the browser: it is called only for a vote that counts. */
export type Voter = { ipKey: string; ensureId: () => string };

/**
 * One vote a visitor and article: a second one changes the first, and moves its count. What is not said again (reason,
 * comment, address) stays as long as the answer does. @throws AppError "not_found" for an article that there is not, "limited"
 */
export async function castVote(
  { db, clock, knowledge }: FeedbackDeps,
  voter: Voter,
  { articleId, answered, reason, comment, email }: VoteInput,
): Promise<VoteReceipt> {
  const { contentHash } = findArticle(knowledge, articleId);
  await takeVote({ db, clock }, voter.ipKey, articleId);
  const said = { answered, reason: reason ?? null, comment: comment ?? null, email: email ?? null };
  const seen = { articleId, contentHash, language: speech().language };
  const vote = { visitorId: voter.ensureId(), ...seen, ...said, updatedAt: clock.now() };
  return db.transaction((tx) => keepVote(tx, vote));
}

type Vote = Omit<typeof votes.$inferSelect, "id" | "toldAt" | "createdAt">;

async function keepVote(tx: Tx, vote: Vote): Promise<VoteReceipt> {
  const { visitorId, articleId, updatedAt } = vote;
  const [made] = await tx
    .insert(votes)
    .values({ ...vote, id: newId("vote"), createdAt: updatedAt })
    .onConflictDoNothing({ target: [votes.visitorId, votes.articleId] })
    .returning({ id: votes.id });
  if (made) {
    await tallyVote(tx, vote);
    await tellHooks(tx, castEvent({ ...vote, id: made.id }, false));
    return { id: made.id, changed: false };
  }
  // An update that changes nothing gives the vote as it is, and nobody else changes it before this is through.
  const [before] = await tx
    .update(votes)
    .set({ articleId })
    .where(and(eq(votes.visitorId, visitorId), eq(votes.articleId, articleId)))
    .returning();
  // erased meanwhile: it is a first one again
  if (!before) return keepVote(tx, vote);
  const kept = { ...vote, ...keepSaid(vote, before) };
  await tx.update(votes).set(kept).where(eq(votes.id, before.id));
  await tallyVote(tx, kept, before);
  await tellHooks(tx, castEvent({ ...kept, id: before.id }, true));
  return { id: before.id, changed: true };
}

/** Without the address: it is there for a word of ours, and no other. */
function castEvent(
  { id, articleId, answered, reason, comment, updatedAt }: Vote & { id: string },
  changed: boolean,
): HookEvent {
  const at = updatedAt.toISOString();
  return { type: "vote.cast", key: `${id}:${at}`, data: { id, articleId, answered, reason, comment, changed, at } };
}

/** The new reason, comment and address; where there is none and the answer is the same, the old ones. */
function keepSaid(vote: Vote, before: Vote) {
  const old = vote.answered === before.answered ? before : { reason: null, comment: null, email: null };
  return {
    reason: vote.reason ?? old.reason,
    comment: vote.comment ?? old.comment,
    email: vote.email ?? old.email,
  };
}

export function findArticle(knowledge: OpenKnowledge, articleId: string) {
  const article = knowledge.current().articles.get(articleId);
  if (!article) throw new AppError("not_found", problemWords.noArticle(articleId));
  return article;
}
