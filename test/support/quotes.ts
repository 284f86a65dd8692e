/** Answers that are quoted from a hub's articles, without a server around them. */
import type { KnowledgeBlock } from "#content/knowledge.ts";
import { choosePassages } from "#server/features/ask/choose-passages.ts";
import { retrieve } from "#server/features/ask/retrieve.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { writeExtractive } from "#server/features/ask/write-extractive.ts";
import { createKnowledge, type KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { sampleArticle } from "#test/fakes/knowledge.ts";

/** The answer of the articles' own words, with its sources. */
export function write(index: KnowledgeIndex, question: string) {
  const { found } = retrieve(index, { question, turns: [], integrationNames: [] });
  const passages = choosePassages(question, found.passages);
  const sources = numberSources(passages);
  return { sources, pieces: writeExtractive({ question, terms: found.terms, passages, sources }) };
}

/** A hub of one article. */
export const hubOf = (sections: Record<string, KnowledgeBlock[]>, summary = "") =>
  createKnowledge({
    version: 1,
    glossary: [],
    articles: [sampleArticle("topic/reef", "The reef", sections, { summary })],
  });
