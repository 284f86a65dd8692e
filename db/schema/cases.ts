/** What staff work with beside a case itself. */
import { index, instant, int, oneOf, str, table, uniqueIndex } from "../columns.ts";
import { escalations, messages } from "./escalation.ts";

export const caseTags = table(
  "case_tags",
  {
    escalationId: str()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    /** Lower case, single hyphens. */
    tag: str().notNull(),
  },
  (tagged) => [
    uniqueIndex("case_tags_whole").on(tagged.escalationId, tagged.tag),
    index("case_tags_tag").on(tagged.tag, tagged.escalationId),
  ],
);

/** Articles that a case was answered with, or that should have answered it: both count against the article. */
export const caseArticles = table(
  "case_articles",
  {
    escalationId: str()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    articleId: str().notNull(),
    how: oneOf(["answered_with", "should_have"]).notNull(),
    staffId: str().notNull(),
    createdAt: instant().notNull(),
  },
  (marked) => [
    uniqueIndex("case_articles_whole").on(marked.escalationId, marked.articleId, marked.how),
    index("case_articles_article").on(marked.articleId, marked.createdAt),
    index("case_articles_created").on(marked.createdAt),
  ],
);

/** Somebody of the staff is named in a note. */
export const mentions = table(
  "mentions",
  {
    id: str().primaryKey(),
    messageId: str()
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    escalationId: str()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    staffId: str().notNull(),
    /** Null until they opened the case. */
    seenAt: instant(),
    createdAt: instant().notNull(),
  },
  (mention) => [
    uniqueIndex("mentions_whole").on(mention.messageId, mention.staffId),
    index("mentions_staff").on(mention.staffId, mention.seenAt, mention.createdAt),
    index("mentions_case").on(mention.escalationId),
  ],
);

export const savedReplies = table(
  "saved_replies",
  {
    id: str().primaryKey(),
    title: str().notNull(),
    /** With variables such as {{name}}. */
    body: str().notNull(),
    version: int().notNull(),
    updatedBy: str().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (reply) => [uniqueIndex("saved_replies_title").on(reply.title)],
);

/**
 * Who of the staff has a case open now: a row for each stream that says so again and again, gone soon after it ends; and
 * one for who writes there, as long as they do.
 */
export const caseViewers = table(
  "case_viewers",
  {
    /** Of the stream, or of whoever writes. */
    id: str().primaryKey(),
    escalationId: str()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    staffId: str().notNull(),
    /** Null in a stream's row. */
    writes: oneOf(["reply", "note"]),
    seenAt: instant().notNull(),
  },
  (viewer) => [
    index("case_viewers_case").on(viewer.escalationId, viewer.seenAt),
    index("case_viewers_seen").on(viewer.seenAt),
  ],
);
