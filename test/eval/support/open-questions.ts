import type { EvalDoc, EvalSet } from "./sets.ts";

/** Questions of which some have an answer in the documents and some have none. */
export type OpenSet = {
  name: string;
  docs: EvalDoc[];
  questions: { id: string; query: string; answerable: boolean }[];
};

/**
 * Every set that has questions of both kinds; a set of which documents can be left out; and questions about anything at
 * all (a set without documents) together with the answerable ones of such a set.
 */
export function findOpenSets(sets: EvalSet[]): OpenSet[] {
  const strangers = sets.filter(({ docs }) => docs.length === 0);
  return sets.flatMap(({ name, docs, queries, leaveOut }): OpenSet[] => {
    if (docs.length === 0) return [];
    if (!leaveOut) return queries.some(({ answerable }) => !answerable) ? [{ name, docs, questions: queries }] : [];
    const removed = new Set(leaveOut.removeDocs);
    const kept = [leaveOut.answerable, leaveOut.unanswerable].map((ids) => new Set(ids));
    const questions = queries
      .filter(({ id }) => kept.some((ids) => ids.has(id)))
      .map(({ id, query }) => ({ id, query, answerable: kept[0]?.has(id) ?? false }));
    return [
      { name: `${name}-leaveout`, docs: docs.filter(({ id }) => !removed.has(id)), questions },
      ...strangers.map((stranger) => ({
        name: `${name}+${stranger.name.replace("_oos", "")}`,
        docs,
        questions: [...queries, ...stranger.queries],
      })),
    ];
  });
}
