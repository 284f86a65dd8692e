import type { SignalInput } from "#server/features/feedback/feedback.schema.ts";
import type { OpenArticle } from "./article.ts";
import { wantsPrivacy } from "./wants-privacy.ts";

/** Counts a view, or a step that worked or failed: a number a day, without id or cookie. */
export function sendSignal(article: OpenArticle, kind: SignalInput["kind"], stepId?: string): void {
  if (wantsPrivacy() || !article.contentHash) return;
  const signal: SignalInput = {
    kind,
    articleId: article.id,
    contentHash: article.contentHash,
    ...(stepId && { stepId }),
  };
  // A beacon outlives the page; that some are lost is fine for a count.
  navigator.sendBeacon("/api/signals", new Blob([JSON.stringify(signal)], { type: "application/json" }));
}
