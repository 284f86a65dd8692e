import { coverTerms } from "#server/knowledge/parse-query.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { stemsOfPassage } from "#server/knowledge/passage-stems.ts";

/** Below this share of what is asked, the nearest passage says nothing of the topic. */
const NEAR = 0.5;

/** The topic of what is nearest to a phrase; null where nothing is near. */
export function guessTopic(knowledge: KnowledgeIndex, text: string): string | null {
  const { terms, passages } = knowledge.search(text, { limit: 1, exactQuotes: false });
  const [best] = passages;
  return best && coverTerms(terms, stemsOfPassage(best.passage)) >= NEAR ? best.passage.article.topic : null;
}
