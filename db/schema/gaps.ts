/** What readers asked or searched for and no article answered, grouped by meaning. */
import { bool, index, instant, int, oneOf, str, table, uniqueIndex } from "../columns.ts";

export const gaps = table(
  "gaps",
  {
    id: str().primaryKey(),
    /** The phrase that most have used, or the name that staff gave it. */
    title: str().notNull(),
    named: bool().notNull(),
    state: oneOf(["open", "dismissed", "closed"]).notNull(),
    /** Sums of its phrases' counts: of questions, of searches, of both. */
    questions: int().notNull(),
    searches: int().notNull(),
    count: int().notNull(),
    lastAt: instant().notNull(),
    /** The integration that its phrases name, and the topic of what is nearest, where there is one. */
    integration: str(),
    topic: str(),
    /** The version of the knowledge that answers it, and the article that does. */
    closedBy: str(),
    closedAt: instant(),
    closedArticle: str(),
    version: int().notNull(),
    createdAt: instant().notNull(),
  },
  (gap) => [
    index("gaps_state_count").on(gap.state, gap.count, gap.id),
    index("gaps_state_topic").on(gap.state, gap.topic, gap.count, gap.id),
    index("gaps_state_integration").on(gap.state, gap.integration, gap.count, gap.id),
  ],
);

export const gapPhrases = table(
  "gap_phrases",
  {
    id: str().primaryKey(),
    gapId: str()
      .notNull()
      .references(() => gaps.id, { onDelete: "cascade" }),
    kind: oneOf(["question", "search"]).notNull(),
    /** Small letters, single spaces, redacted: the key that answers and searches are kept under. */
    key: str().notNull(),
    text: str().notNull(),
    count: int().notNull(),
    /** What the search found when it was last made; null for a question. */
    results: int(),
    /** The version of the knowledge that left it open when it was last asked. */
    knowledge: str().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
  },
  (phrase) => [
    uniqueIndex("gap_phrases_whole").on(phrase.kind, phrase.key),
    index("gap_phrases_gap").on(phrase.gapId, phrase.count),
    index("gap_phrases_last").on(phrase.lastAt),
  ],
);

/** The words that a phrase is found by, when one like it is looked for. */
export const gapWords = table(
  "gap_words",
  {
    word: str().notNull(),
    phraseId: str()
      .notNull()
      .references(() => gapPhrases.id, { onDelete: "cascade" }),
  },
  (word) => [uniqueIndex("gap_words_whole").on(word.word, word.phraseId), index("gap_words_phrase").on(word.phraseId)],
);
