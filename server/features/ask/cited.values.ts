import type { SentenceEvent, Source } from "./ask.schema.ts";

/** `shown`: the number that readers see. */
export type Cited = Source & { shown: number };

/**
 * The sources that the sentences cite, numbered as they come: what was looked at and is not cited has a number too, and
 * readers would miss it.
 */
export function citedInOrder({ sources, sentences }: { sources: Source[]; sentences: SentenceEvent[] }): Cited[] {
  const cited = [...new Set(sentences.flatMap(({ citations }) => citations))];
  const known = cited.flatMap((number) => sources.filter(({ n }) => n === number));
  return known.map((source, at) => ({ ...source, shown: at + 1 }));
}
