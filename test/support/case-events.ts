/** What happened to a case, as channels are told of it. */
import type { CaseCreated, CaseEvent, SentFile } from "#server/outbox/case-events.ts";

export const created = (change: Partial<CaseCreated> = {}): CaseEvent => ({
  type: "escalation.created",
  key: "esc_1:created",
  data: {
    id: "esc_1",
    reference: "RF-7K2M-041",
    state: "new",
    email: "sam@example.com",
    name: "Sam",
    subject: null,
    topicId: null,
    message: "Nothing syncs since Monday.",
    articleId: "syncing/contacts-not-syncing",
    url: "/articles/syncing/contacts-not-syncing/",
    trail: [{ at: "2026-11-23T08:50:00.000Z", kind: "step", ref: "a/b#c", title: "Step 2 did not work: Sign in" }],
    files: [],
    createdAt: "2026-11-23T09:00:00.000Z",
    deskUrl: "http://localhost:4321/desk/?case=esc_1",
    ...change,
  },
});

const about = {
  id: "esc_1",
  reference: "RF-7K2M-041",
  email: "sam@example.com",
  name: "Sam",
  deskUrl: "http://localhost:4321/desk/?case=esc_1",
};
export const replied = (body: string, messageId = "msg_1", author = about.email): CaseEvent => ({
  type: "escalation.replied",
  key: messageId,
  data: { ...about, messageId, author, body, files: [], at: "2026-11-23T10:00:00.000Z" },
});
export const answered = (body: string, messageId = "msg_desk_1", files: SentFile[] = []): CaseEvent => ({
  type: "escalation.answered",
  key: messageId,
  data: { ...about, messageId, author: "Ann", body, files, at: "2026-11-23T10:30:00.000Z" },
});
export const solvedBy = (by: "customer" | "support", version: number): CaseEvent => ({
  type: "escalation.solved",
  key: `esc_1:solved:${version}`,
  data: { ...about, by, at: "2026-11-23T11:00:00.000Z" },
});
export const solved = solvedBy("customer", 3);
export const reopened = (by: "customer" | "support"): CaseEvent => ({
  type: "escalation.reopened",
  key: "esc_1:reopened:4",
  data: { ...about, by, at: "2026-11-23T12:00:00.000Z" },
});
