import type { gaps } from "#db/schema/gaps.ts";
import type { HookEvent } from "#server/outbox/hooks/hook-events.ts";

type Gap = Pick<typeof gaps.$inferSelect, "id" | "title" | "state" | "version" | "closedArticle">;

/** What became of a gap, which is as it is then. */
export function gapEvent({ id, title, state, version, closedArticle }: Gap, now: Date): HookEvent {
  const [key, at] = [`${id}:${version}`, now.toISOString()];
  return state === "open"
    ? { type: "gap.opened", key, data: { id, title, at } }
    : { type: "gap.closed", key, data: { id, title, articleId: closedArticle, at } };
}
