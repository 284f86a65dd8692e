import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Decision } from "./decide.ts";
import { decideWhole } from "./decide-compared.ts";
import { recogniseRemark } from "./recognise.ts";
import { retrieve } from "./retrieve.ts";

/** What an answer to a question that stands alone would be, without a model and a record; null for a greeting and the like. */
export function judgeQuestion(
  knowledge: KnowledgeIndex,
  question: string,
  integrationNames: string[],
): Decision | null {
  if (recogniseRemark(question)) return null;
  const { question: whole, found } = retrieve(knowledge, { question, turns: [], integrationNames });
  return decideWhole(knowledge, whole, found, found.passages, integrationNames);
}
