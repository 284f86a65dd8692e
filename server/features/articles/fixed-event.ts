import type { HookEvent } from "#server/outbox/hooks/hook-events.ts";

/** An article that let readers down says something else now: `version` is its content hash. */
export const fixedEvent = (articleId: string, version: string, at: Date): HookEvent => ({
  type: "article.fixed",
  key: `${articleId}:${version}`,
  data: { articleId, version, at: at.toISOString() },
});
