import type { ModelServer } from "#server/core/config.ts";
import { createPause } from "#server/outbox/retry.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { createEmbedder, type Embedder, EmbeddingFailure } from "./embedder.ts";
import { openPassageVectors, type PassageVectorsDeps } from "./passage-vectors.ts";
import { nameText } from "./stored-vectors.ts";
import { compareVectors } from "./vector-table.ts";

/** How near each passage is to a question in meaning, by its row, 0 to 1. Null while that is not known: words alone find. */
export type CompareMeaning = (question: string, knowledge: KnowledgeIndex) => Promise<Float32Array | null>;

/** A reader waits for it. */
const QUESTION_WITHIN_MS = 800;
const QUESTIONS_KEPT = 500;

/** Begins to embed the passages, and compares questions with them once all are there. */
export function openMeaning(deps: PassageVectorsDeps, server: ModelServer): CompareMeaning {
  const embedder = createEmbedder(server);
  const vectorsOf = openPassageVectors(deps, embedder);
  const embedQuestion = createQuestionEmbedder(deps, embedder);
  return async (question, knowledge) => {
    const vectors = vectorsOf(knowledge);
    const asked = vectors && (await embedQuestion(question));
    return asked && compareVectors(vectors, knowledge.passages.length, asked);
  };
}

/** Null when it cannot be had in time. A server that is away is left alone for a while. */
function createQuestionEmbedder({ clock, log, shutdown }: PassageVectorsDeps, { model, embed }: Embedder) {
  /** By hash, in the order of their last use: questions are not kept as they were asked. */
  const kept = new Map<string, Float32Array>();
  const pause = createPause(clock);
  let isAway = false;
  const ask = async (question: string): Promise<Float32Array | null> => {
    if (!pause.isOver()) return null;
    try {
      const [vector = null] = await embed([question], QUESTION_WITHIN_MS, shutdown);
      pause.end();
      isAway = false;
      return vector;
    } catch (error) {
      pause.lengthen(error instanceof EmbeddingFailure ? error.restMs : 0);
      if (!isAway)
        log.warn({ err: error }, "questions are not embedded; words alone find their passages until that works");
      isAway = true;
      return null;
    }
  };
  return async (question: string): Promise<Float32Array | null> => {
    const key = nameText(model, question);
    const vector = kept.get(key) ?? (await ask(question));
    if (!vector) return null;
    kept.delete(key);
    kept.set(key, vector);
    const [oldest] = kept.keys();
    if (oldest && kept.size > QUESTIONS_KEPT) kept.delete(oldest);
    return vector;
  };
}
