/** What readers asked or searched for and no article answered, grouped by meaning. */
import { index, instant, int, oneOf, str, table, uniqueIndex } from "../columns.ts";

export const gaps = table(
  "gaps",
  {
    id: str().primaryKey(),
    /** The phrase that stands for all of them. */
    title: str().notNull(),
    state: oneOf(["open", "dismissed", "closed"]).notNull(),
    /** Sum of its phrases' counts. */
    count: int().notNull(),
    lastAt: instant().notNull(),
    /** The version of the knowledge that answers it. */
    closedBy: str(),
    closedAt: instant(),
    version: int().notNull(),
    createdAt: instant().notNull(),
  },
  (gap) => [index("gaps_state_count").on(gap.state, gap.count, gap.id)],
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
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
  },
  (phrase) => [uniqueIndex("gap_phrases_whole").on(phrase.kind, phrase.key), index("gap_phrases_gap").on(phrase.gapId)],
);
