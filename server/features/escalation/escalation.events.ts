import type { CaseState, TrailItem } from "./escalation.schema.ts";

/** `data` of the webhook `escalation.created`: somebody asks for a person. Times are ISO 8601 in UTC. */
export type EscalationCreated = {
  id: string;
  reference: string;
  state: CaseState;
  email: string;
  name: string | null;
  subject: string | null;
  /** A topic of hub.yaml. */
  topicId: string | null;
  message: string;
  articleId: string | null;
  url: string | null;
  trail: TrailItem[];
  createdAt: string;
  /** Where staff answer it. */
  deskUrl: string;
};

/** `data` of the webhook `escalation.replied`: the customer wrote again on the receipt page. */
export type EscalationReplied = {
  id: string;
  reference: string;
  messageId: string;
  body: string;
  at: string;
  deskUrl: string;
};
