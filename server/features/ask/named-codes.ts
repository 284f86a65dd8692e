import type { Code } from "#server/knowledge/find-codes.ts";
import { stemsOfPassage } from "#server/knowledge/passage-stems.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { stem } from "#server/knowledge/stem.ts";
import { stemsOf } from "#server/knowledge/words.ts";

/** Of the versions and codes of a question those that a passage names, or that its whole article is about. */
function findNamed(codes: Code[], { passage }: RankedPassage): Code[] {
  const stems = stemsOfPassage(passage).union(stemsOf(...passage.article.keywords));
  return codes.filter(({ words }) => words.some((word) => stems.has(stem(word))));
}

/** Where the best passage names a version or code of the question, those that do: what says another one is no answer. */
export function keepNamed(codes: Code[], passages: RankedPassage[]): RankedPassage[] {
  const isNamed = (passage: RankedPassage | undefined) => passage !== undefined && findNamed(codes, passage).length > 0;
  return codes.length > 0 && isNamed(passages[0]) ? passages.filter(isNamed) : passages;
}

/** The versions and codes of the question that no passage names, as they were written; all of them where the best names none. */
export function findUnnamed(codes: Code[], passages: RankedPassage[]): string[] {
  if (codes.length === 0) return [];
  const named = passages.map((each) => findNamed(codes, each));
  const said = named[0]?.length === 0 ? [] : named.flat();
  return codes.filter((code) => !said.includes(code)).map(({ written }) => written);
}
