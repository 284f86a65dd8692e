import type { escalations } from "#db/schema/escalation.ts";
import type { CaseCreated, CaseMessage, CaseTurned, SentFile } from "#server/outbox/case-events.ts";

/** A case as the channels of support hear of it. */

type Kept = typeof escalations.$inferSelect;
type Said = { id: string; author: string; body: string; files: SentFile[] };

const about = ({ id, reference, email, name }: Kept, publicUrl: string) => ({
  id,
  reference,
  email,
  name,
  deskUrl: deskUrl(publicUrl, id),
});

/** Where staff answer a case. */
export const deskUrl = (publicUrl: string, id: string): string => `${publicUrl}/desk/?case=${id}`;

const named = (files: SentFile[]): SentFile[] => files.map(({ name, size }) => ({ name, size }));

export const createdEvent = (kept: Kept, files: SentFile[], publicUrl: string): CaseCreated => ({
  ...about(kept, publicUrl),
  state: kept.state,
  subject: kept.subject,
  topicId: kept.topicId,
  message: kept.message,
  articleId: kept.articleId,
  url: kept.url,
  trail: kept.trail,
  files: named(files),
  createdAt: kept.createdAt.toISOString(),
});

/** What was written at a case, by the customer or to them. */
export const messageEvent = (
  kept: Kept,
  { id, author, body, files }: Said,
  at: Date,
  publicUrl: string,
): CaseMessage => ({
  ...about(kept, publicUrl),
  messageId: id,
  author,
  body,
  files: named(files),
  at: at.toISOString(),
});

/** Of a case that is solved, or is not any more. `kept` as it is then. */
export const turnedEvent = (kept: Kept, by: CaseTurned["by"], publicUrl: string): CaseTurned => ({
  ...about(kept, publicUrl),
  by,
  at: kept.updatedAt.toISOString(),
});
