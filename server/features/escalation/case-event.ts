import type { escalations } from "#db/schema/escalation.ts";
import type { CaseCreated, CaseReplied, CaseSolved, SentFile } from "#server/outbox/case-events.ts";

/** A case as the channels of support hear of it. */

type Kept = typeof escalations.$inferSelect;
type Message = { id: string; body: string; createdAt: Date; files: SentFile[] };

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

export const repliedEvent = (kept: Kept, { id, body, createdAt, files }: Message, publicUrl: string): CaseReplied => ({
  ...about(kept, publicUrl),
  messageId: id,
  body,
  files: named(files),
  at: createdAt.toISOString(),
});

/** `kept` as it is once it is solved. */
export const solvedEvent = (kept: Kept, by: CaseSolved["by"], publicUrl: string): CaseSolved => ({
  ...about(kept, publicUrl),
  by,
  at: kept.updatedAt.toISOString(),
});
