import type { escalations } from "#db/schema/escalation.ts";
import type { CaseCreated, CaseMessage, CaseTurned, SentFile } from "#server/outbox/case-events.ts";

/** A case as the channels of support hear of it. */

type Kept = typeof escalations.$inferSelect;
type Answered = { id: string; author: string; body: string; files: SentFile[] };
type Message = { id: string; author: string; body: string; createdAt: Date; files: SentFile[] };

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

export const repliedEvent = (kept: Kept, { id, createdAt, ...said }: Message, publicUrl: string): CaseMessage => ({
  ...about(kept, publicUrl),
  messageId: id,
  author: said.author,
  body: said.body,
  files: named(said.files),
  at: createdAt.toISOString(),
});

/** Staff have written to the customer. */
export const answeredEvent = (kept: Kept, { id, author, body, files }: Answered, publicUrl: string): CaseMessage => ({
  ...about(kept, publicUrl),
  messageId: id,
  author,
  body,
  files: named(files),
  at: kept.updatedAt.toISOString(),
});

/** Of a case that is solved, or is not any more. `kept` as it is then. */
export const turnedEvent = (kept: Kept, by: CaseTurned["by"], publicUrl: string): CaseTurned => ({
  ...about(kept, publicUrl),
  by,
  at: kept.updatedAt.toISOString(),
});
