import type { Hub } from "#content/schema.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Log } from "#server/core/log.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import type { Db } from "#db/database.ts";
import type { EmbedTexts } from "./meaning/open-nearest.ts";

/** What Ask would say to a question, in the articles' own words; null for what is no question. Best passages first. */
export type JudgeQuestion = (
  knowledge: KnowledgeIndex,
  question: string,
) => { verdict: "answered" | "partial" | "unanswered"; passages: { passage: Passage }[] } | null;

export type GapsDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  hub: Pick<Hub, "integrations" | "topics">;
  knowledge: OpenKnowledge;
  judge: JudgeQuestion;
  /** What a search finds: the articles' ids, best first. */
  search: (knowledge: KnowledgeIndex, text: string) => string[];
  /** Null without an embedding model. */
  embedTexts: EmbedTexts | null;
};
