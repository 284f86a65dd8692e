import type { escalations } from "#db/schema/escalation.ts";
import type { CaseCreated, CaseReplied, CaseSolved, NamedFile } from "#server/outbox/case-events.ts";

/** A case as the channels of support hear of it. */

type Kept = typeof escalations.$inferSelect;
type Message = { id: string; body: string; createdAt: Date; files: NamedFile[] };

export const deskUrl = (publicUrl: string, id: string): string => `${publicUrl}/desk/?case=${id}`;
// by name: whatever else is known of a file is the desk's
const nameFiles = (files: NamedFile[]): NamedFile[] => files.map(({ name, size }) => ({ name, size }));

const about = ({ id, reference, email, name }: Kept, publicUrl: string) => ({
  id,
  reference,
  email,
  name,
  deskUrl: deskUrl(publicUrl, id),
});

export const createdEvent = (kept: Kept, files: NamedFile[], publicUrl: string): CaseCreated => ({
  ...about(kept, publicUrl),
  state: kept.state,
  subject: kept.subject,
  topicId: kept.topicId,
  message: kept.message,
  articleId: kept.articleId,
  url: kept.url,
  trail: kept.trail,
  files: nameFiles(files),
  createdAt: kept.createdAt.toISOString(),
});

export const repliedEvent = (kept: Kept, { id, body, createdAt, files }: Message, publicUrl: string): CaseReplied => ({
  ...about(kept, publicUrl),
  messageId: id,
  body,
  files: nameFiles(files),
  at: createdAt.toISOString(),
});

/** `kept` as it is once it is solved. */
export const solvedEvent = (kept: Kept, by: CaseSolved["by"], publicUrl: string): CaseSolved => ({
  ...about(kept, publicUrl),
  by,
  at: kept.updatedAt.toISOString(),
});
