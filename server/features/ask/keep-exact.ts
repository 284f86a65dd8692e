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

const says = (exact: Exact[], passage: RankedPassage): boolean => findSaid(exact, passage).length > 0;

/**
 * The passages that say what is quoted, where any does; and those that name a version or code, where the best does: what
 * says another one is no answer, but some name theirs by the way.
 */
export function keepExact(exact: Exact[], passages: RankedPassage[]): RankedPassage[] {
  const [quotes, codes] = [exact.filter(({ quoted }) => quoted), exact.filter(({ quoted }) => !quoted)];
  const quoting = quotes.length > 0 ? passages.filter((each) => says(quotes, each)) : [];
  const kept = quoting.length > 0 ? quoting : passages;
  const [best] = kept;
  return codes.length > 0 && best && says(codes, best) ? kept.filter((each) => says(codes, each)) : kept;
}

/** Of it what no passage says, as it was written; and whether the best says any of the rest. */
export function findLacking(exact: Exact[], passages: RankedPassage[]): { lacks: string[]; leads: boolean } {
  const [best] = passages;
  if (exact.length === 0 || !best) return { lacks: [], leads: true };
  const said = new Set(passages.flatMap((each) => findSaid(exact, each)));
  const lacks = exact.filter((each) => !said.has(each)).map(({ written }) => written);
  return { lacks, leads: says(exact, best) };
}
