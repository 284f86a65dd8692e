import { choosePassages } from "#server/features/ask/choose-passages.ts";
import { keepExact } from "#server/features/ask/keep-exact.ts";
import { retrieve } from "#server/features/ask/retrieve.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { writeExtractive } from "#server/features/ask/write-extractive.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import type { Writer } from "./extract-baseline.ts";
import { toKnowledge } from "./support/set-knowledge.ts";
import type { EvalDoc } from "./support/sets.ts";

/** What is shipped, whatever the verdict: how it writes is measured apart from whether it answers. */
export function createHandrail(docs: EvalDoc[]): Writer {
  const whole = toKnowledge(docs);
  // each article is a topic of its own, so that a search can be for one article alone
  const knowledge = createKnowledge({
    ...whole,
    articles: whole.articles.map((each) => ({ ...each, topic: each.id })),
  });
  return (question, givenId) => {
    const { found } =
      givenId === undefined
        ? retrieve(knowledge, { question, turns: [], integrationNames: [] })
        : { found: knowledge.search(question, { exactQuotes: false, topic: givenId }) };
    const began = performance.now();
    const passages = choosePassages(question, keepExact(found.exact, found.passages));
    const sources = numberSources(passages);
    const pieces = writeExtractive({ question, terms: found.terms, passages, sources });
    const milliseconds = performance.now() - began;
    const cited = sources.find(({ source }) => source.n === pieces[0]?.citations[0]);
    return {
      text: pieces.map(({ text }) => text).join(" "),
      cited: cited?.source.articleId ?? null,
      found: found.passages[0]?.passage.article.id ?? null,
      milliseconds,
    };
  };
}
