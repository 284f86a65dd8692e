import { bool, index, instant, int, json, oneOf, real, str, table, uniqueIndex } from "../columns.ts";

export type StoredSentence = { text: string; citations: number[] };
export type StoredSource = { n: number; articleId: string; section: string; title: string; url: string };
/** What retrieval found: where, in which version of the article, and how well it fits. `n`: cited by this number; null: only near. */
export type StoredPassage = Omit<StoredSource, "n"> & { n: number | null; contentHash: string; score: number };
/** What became of a sentence that a model wrote. */
export type StoredCheck = {
  text: string;
  citations: number[];
  result: "supported" | "moved" | "withheld";
  reason?: string | undefined;
};

/** What was asked and answered, and what the answer was made from. Questions are stored redacted. */
export const answers = table(
  "answers",
  {
    id: str().primaryKey(),
    threadId: str().notNull(),
    /** Hash of who asked, for follow-ups and limits; null when they have no cookie. */
    visitorKey: str(),
    question: str().notNull(),
    /** What was looked for in small letters and single spaces, to count the same question once. */
    questionKey: str().notNull(),
    /** The article that was open. */
    articleId: str(),
    /** The section there that was read, the language that was spoken, and those that the reader wants, without regions. Null in older answers. */
    section: str(),
    language: str(),
    languages: json<string[]>(),
    verdict: oneOf(["answered", "partial", "unanswered"]).notNull(),
    mode: oneOf(["extractive", "model"]).notNull(),
    sentences: json<StoredSentence[]>().notNull(),
    sources: json<StoredSource[]>().notNull(),
    /** The question that was looked for: a follow-up, made whole. Redacted. It and what follows: null in older answers. */
    lookedFor: str(),
    passages: json<StoredPassage[]>(),
    /** How likely it was thought that the passages answer, 0 to 1. */
    confidence: real(),
    /** Each sentence that a model wrote, with those that no reader saw. */
    checks: json<StoredCheck[]>(),
    /** Names what all articles said then. */
    knowledgeVersion: str(),
    /** Who wrote; null for the articles' own words. */
    model: str(),
    promptTokens: int(),
    completionTokens: int(),
    /** Milliseconds to the first sentence, and to the end. */
    firstMs: int(),
    wholeMs: int(),
    /** Nobody read to its end. */
    stopped: bool(),
    /** Written before, for somebody else who asked the same. */
    cached: bool(),
    helped: bool(),
    reason: str(),
    /** The reader asked on in the thread, or took the question to a person. */
    wentOn: bool(),
    /** When somebody last said whether it helped. */
    votedAt: instant(),
    createdAt: instant().notNull(),
  },
  (answer) => [
    index("answers_thread").on(answer.threadId, answer.createdAt),
    index("answers_visitor").on(answer.visitorKey),
    index("answers_verdict").on(answer.verdict, answer.questionKey),
    // with what the reports count, which read this index alone
    index("answers_created").on(answer.createdAt, answer.verdict, answer.helped, answer.wentOn),
    index("answers_verdict_created").on(answer.verdict, answer.createdAt, answer.articleId, answer.stopped),
    index("answers_helped").on(answer.helped, answer.createdAt),
    index("answers_article").on(answer.articleId, answer.createdAt),
    // with all that says whether something was left open: a question asked ten thousand times is counted in the index alone
    index("answers_question").on(answer.questionKey, answer.createdAt, answer.verdict, answer.helped, answer.stopped),
    index("answers_voted").on(answer.votedAt),
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
