import type { escalations } from "#db/schema/escalation.ts";
import type { HookEvent } from "#server/outbox/hooks/hook-events.ts";
import type { CaseCreated, CaseReplied, CaseSolved, SentFile } from "#server/outbox/case-events.ts";

/** A case as the channels of support hear of it. */

type Kept = typeof escalations.$inferSelect;
type Answered = { id: string; author: string; body: string };
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

export const repliedEvent = (kept: Kept, { id, createdAt, ...said }: Message, publicUrl: string): CaseReplied => ({
  ...about(kept, publicUrl),
  messageId: id,
  author: said.author,
  body: said.body,
  files: named(said.files),
  at: createdAt.toISOString(),
});

/** A case that was solved is open again. `kept` as it is then. */
export const reopenedEvent = (kept: Kept, by: CaseSolved["by"], publicUrl: string): HookEvent => ({
  type: "case.reopened",
  key: `${kept.id}:${kept.version}`,
  data: { ...about(kept, publicUrl), by, at: kept.updatedAt.toISOString() },
});

/** Support has written. */
export const answeredEvent = (kept: Kept, reply: Answered, publicUrl: string): HookEvent => ({
  type: "case.answered",
  key: reply.id,
  data: {
    ...about(kept, publicUrl),
    messageId: reply.id,
    author: reply.author,
    body: reply.body,
    at: kept.updatedAt.toISOString(),
  },
});

/** `kept` as it is once it is solved. */
export const solvedEvent = (kept: Kept, by: CaseSolved["by"], publicUrl: string): CaseSolved => ({
  ...about(kept, publicUrl),
  by,
  at: kept.updatedAt.toISOString(),
});
