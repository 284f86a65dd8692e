import type { escalations } from "#db/schema/escalation.ts";
import type { CaseCreated, CaseReplied, CaseSolved } from "#server/outbox/case-events.ts";

/** A case as the channels of support hear of it. */

type Kept = typeof escalations.$inferSelect;
type Message = { id: string; body: string; createdAt: Date };

const about = ({ id, reference, email, name }: Kept, publicUrl: string) => ({
  id,
  reference,
  email,
  name,
  deskUrl: `${publicUrl}/desk/?case=${id}`,
});

export const createdEvent = (kept: Kept, publicUrl: string): CaseCreated => ({
  ...about(kept, publicUrl),
  state: kept.state,
  message: kept.message,
  articleId: kept.articleId,
  url: kept.url,
  trail: kept.trail,
  createdAt: kept.createdAt.toISOString(),
});

export const repliedEvent = (kept: Kept, { id, body, createdAt }: Message, publicUrl: string): CaseReplied => ({
  ...about(kept, publicUrl),
  messageId: id,
  body,
  at: createdAt.toISOString(),
});

/** `kept` as it is once it is solved. */
export const solvedEvent = (kept: Kept, by: CaseSolved["by"], publicUrl: string): CaseSolved => ({
  ...about(kept, publicUrl),
  by,
  at: kept.updatedAt.toISOString(),
});
