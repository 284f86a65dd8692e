import { utcDay } from "#content/utc-day.ts";
import type { Tx } from "#db/database.ts";
import { increased } from "#db/query.ts";
import { voteTallies } from "#db/schema/articles.ts";
import type { votes } from "#db/schema/feedback.ts";

type Counted = Pick<typeof votes.$inferSelect, "articleId" | "contentHash" | "answered" | "reason" | "updatedAt">;
type Key = Omit<typeof voteTallies.$inferInsert, "count">;

/** Counts a vote in the transaction that casts it; `before` is what it was until now, and is counted no longer. */
export async function tallyVote(tx: Tx, now: Counted, before?: Counted): Promise<void> {
  const moves = [{ ...keyOf(now), count: 1 }];
  if (before) moves.push({ ...keyOf(before), count: -1 });
  const changed = before && nameOf(keyOf(now)) === nameOf(keyOf(before)) ? [] : moves;
  // All take their rows in the same order: two that change their minds at once never wait for each other.
  for (const move of changed.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)))
    await tx
      .insert(voteTallies)
      .values(move)
      .onConflictDoUpdate({
        target: [
          voteTallies.articleId,
          voteTallies.contentHash,
          voteTallies.day,
          voteTallies.answered,
          voteTallies.reason,
        ],
        set: { count: increased(voteTallies.count, move.count) },
      });
}

const keyOf = ({ articleId, contentHash, answered, reason, updatedAt }: Counted): Key => ({
  articleId,
  contentHash: contentHash ?? "",
  day: utcDay(updatedAt),
  answered,
  reason: reason ?? "",
});

const nameOf = ({ articleId, contentHash, day, answered, reason }: Key): string =>
  [articleId, contentHash, day, answered, reason].join(" ");
