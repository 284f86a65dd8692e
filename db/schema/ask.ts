import { bool, index, instant, int, json, oneOf, str, table, uniqueIndex } from "../columns.ts";

export type StoredSentence = { text: string; citations: number[] };
export type StoredSource = { n: number; articleId: string; section: string; title: string; url: string };

/** What was asked and answered. Questions are stored redacted. */
export const answers = table(
  "answers",
  {
    id: str().primaryKey(),
    threadId: str().notNull(),
    /** Hash of who asked, for follow-ups and limits; null when they have no cookie. */
    visitorKey: str(),
    question: str().notNull(),
    /** The question in small letters and single spaces, to count the same one once. */
    questionKey: str().notNull(),
    /** The article that was open. */
    articleId: str(),
    verdict: oneOf(["answered", "partial", "unanswered"]).notNull(),
    mode: oneOf(["extractive", "model"]).notNull(),
    sentences: json<StoredSentence[]>().notNull(),
    sources: json<StoredSource[]>().notNull(),
    helped: bool(),
    reason: str(),
    createdAt: instant().notNull(),
  },
  (answer) => [
    index("answers_thread").on(answer.threadId, answer.createdAt),
    index("answers_verdict").on(answer.verdict, answer.questionKey),
    index("answers_created").on(answer.createdAt),
  ],
);

/** Searches that found nothing or too little, counted a day (YYYY-MM-DD, UTC). Text is normalised and redacted. */
export const searches = table(
  "searches",
  {
    text: str().notNull(),
    day: str().notNull(),
    results: int().notNull(),
    count: int().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
  },
  (search) => [uniqueIndex("searches_text_day").on(search.text, search.day), index("searches_last").on(search.lastAt)],
);
