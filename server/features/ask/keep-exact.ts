import type { Exact } from "#server/knowledge/find-exact.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { wordsOf } from "#server/knowledge/words.ts";

/** Of what a question means letter by letter that which a passage says, or which its whole article is about. */
function findSaid(exact: Exact[], { passage }: RankedPassage): Exact[] {
  const { section, heading, text, article } = passage;
  const lines = [...section.path, heading, text, ...article.keywords].map((each) => ` ${wordsOf(each).join(" ")} `);
  const isSaid = (words: string[]) => lines.some((line) => line.includes(` ${words.join(" ")} `));
  return exact.filter(({ said }) => said.some(isSaid));
}

/**
 * The passages that say what is quoted, where any does; and those that name a version or code, where the best does: what
 * says another one is no answer, but some name theirs by the way.
 */
export function keepExact(exact: Exact[], passages: RankedPassage[]): RankedPassage[] {
  if (exact.length === 0) return passages;
  const read = passages.map((passage) => ({ passage, said: findSaid(exact, passage) }));
  const quoting = read.filter(({ said }) => said.some(({ quoted }) => quoted));
  const kept = quoting.length > 0 ? quoting : read;
  const naming = kept.filter(({ said }) => said.some(({ quoted }) => !quoted));
  return (naming[0] === kept[0] ? naming : kept).map(({ passage }) => passage);
}

/** Of it what no passage says, as it was written; and whether the best says any of the rest. */
export function findLacking(exact: Exact[], passages: RankedPassage[]): { lacks: string[]; leads: boolean } {
  const said = passages.map((each) => findSaid(exact, each));
  const [best] = said;
  if (exact.length === 0 || !best) return { lacks: [], leads: true };
  const all = new Set(said.flat());
  const lacks = exact.filter((each) => !all.has(each)).map(({ written }) => written);
  return { lacks, leads: best.length > 0 };
}
