/** What happened to a case, as every channel hears of it, and as the webhook's `type` and `data` tell it. Times are ISO 8601 in UTC. */
import type { StoredTrailItem } from "#db/schema/escalation.ts";

/** Which case, and where staff answer it. */
type About = {
  id: string;
  reference: string;
  email: string;
  name: string | null;
  deskUrl: string;
};

/** What came along, to be read at the desk; `size` in bytes. */
export type SentFile = { name: string; size: number };

/** Somebody asks for a person. */
export type CaseCreated = About & {
  state: string;
  subject: string | null;
  /** A topic of hub.yaml. */
  topicId: string | null;
  message: string;
  articleId: string | null;
  url: string | null;
  trail: StoredTrailItem[];
  files: SentFile[];
  createdAt: string;
};

/** What was written later, by the customer or to them; what staff note for each other is never told. */
export type CaseMessage = About & {
  messageId: string;
  /**
   * Of a reply the address of who wrote: the case's own, or that of a colleague who answered by mail. Of an answer the name
   * that the desk has for who wrote.
   */
  author: string;
  body: string;
  files: SentFile[];
  at: string;
};

/** The customer needs nothing more, or support says so; or it is not solved after all. What a customer writes then is told too. */
export type CaseTurned = About & { by: "customer" | "support"; at: string };

/** `key` is the event's own: told twice, it is delivered once. */
export type CaseEvent = { key: string } & (
  | { type: "escalation.created"; data: CaseCreated }
  | { type: "escalation.replied"; data: CaseMessage }
  | { type: "escalation.answered"; data: CaseMessage }
  | { type: "escalation.solved"; data: CaseTurned }
  | { type: "escalation.reopened"; data: CaseTurned }
);
