import type { Exact } from "#server/knowledge/find-exact.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { lineOf, wordsOf } from "#server/knowledge/words.ts";

/** Of the quotes, versions and codes of a question, those that a passage says, or has among its headings or its article's keywords. */
function findSaid(exact: Exact[], { passage }: RankedPassage): Exact[] {
  const { section, heading, text, article } = passage;
  const lines = [...section.path, heading, text, ...article.keywords].map((each) => lineOf(wordsOf(each)));
  const isSaid = (words: string[]) => lines.some((line) => line.includes(lineOf(words)));
  return exact.filter(({ said }) => said.some(isSaid));
}

/**
 * Where any passage says what the question quotes, only those that do are kept. Of these, where the best one names a version
 * or code of the question, only those that do: a passage about another version is no answer. Where the best one names none,
 * all are kept, since others may mention it only by the way.
 */
export function keepExact(exact: Exact[], passages: RankedPassage[]): RankedPassage[] {
  if (exact.length === 0) return passages;
  const read = passages.map((passage) => ({ passage, said: findSaid(exact, passage) }));
  const quoting = read.filter(({ said }) => said.some(({ quoted }) => quoted));
  const kept = quoting.length > 0 ? quoting : read;
  const naming = kept.filter(({ said }) => said.some(({ quoted }) => !quoted));
  return (naming[0] === kept[0] ? naming : kept).map(({ passage }) => passage);
}

/** `lacks`: the quotes, versions and codes that none of the passages says, as they were written. `leads`: whether the best passage says any of them. */
export function findLacking(exact: Exact[], passages: RankedPassage[]): { lacks: string[]; leads: boolean } {
  const said = passages.map((each) => findSaid(exact, each));
  const [best] = said;
  if (exact.length === 0 || !best) return { lacks: [], leads: true };
  const all = new Set(said.flat());
  const lacks = exact.filter((each) => !all.has(each)).map(({ written }) => written);
  return { lacks, leads: best.length > 0 };
}
