import { expect, test } from "vitest";
import { GapQuery } from "#server/features/gaps/gaps.schema.ts";
import { countPhrases } from "#server/features/gaps/group/count-phrases.ts";
import { findGap } from "#server/features/gaps/group/find-gap.ts";
import { FIRST, readChanges } from "#server/features/gaps/group/read-changes.ts";
import { readPhrase } from "#server/features/gaps/group/read-phrase.ts";
import { listGaps } from "#server/features/gaps/list-gaps.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { freshDatabase } from "#test/support/database.ts";
import { explainQuery, listenToQueries, type Asked } from "#test/support/explain.ts";

const { db, url } = await freshDatabase();
const knowledge = createKnowledge(sampleKnowledge);
const read = (text: string) => readPhrase(knowledge, text, []);

/** A table read from its one end to the other, whatever is looked for. */
const SCAN = /^\s*(?:->\s*)?(?:Seq Scan|SCAN (?!.*USING (?:COVERING )?INDEX))/m;
const SORT = /TEMP B-TREE FOR ORDER BY|^\s*(?:->\s+)?Sort\b(?! Key)/m;
/** An index read from where it is asked to begin, not from its beginning. */
const BEGINS = /Index Cond|SEARCH/;

const listen = (work: (listened: ReturnType<typeof listenToQueries>["db"]) => Promise<unknown>) => async () => {
  const { db: listened, asked } = listenToQueries(db);
  await work(listened);
  return asked;
};
const list = (query: object) =>
  listen((listened) => {
    const deps = { db: listened, hub: { topics: [], integrations: [] }, knowledge: { current: () => knowledge } };
    return listGaps(deps, GapQuery.parse(query));
  });

const changes = [
  { kind: "question" as const, key: "a", knowledge: null },
  { kind: "search" as const, key: "b", knowledge: null },
];
const QUERIES: Record<string, { asked: () => Promise<Asked[]>; ordered?: boolean }> = {
  "the list": { asked: list({}), ordered: true },
  "the list of a topic, from a place on": { asked: list({ topic: "a", cursor: "5 gap_1" }), ordered: true },
  "the list of a CRM": { asked: list({ integration: "hubspot", kind: "search" }), ordered: true },
  "what is new": { asked: listen((listened) => readChanges(listened, FIRST, 10)), ordered: true },
  "counting anew": { asked: listen((listened) => listened.transaction((tx) => countPhrases(tx, changes))) },
  "finding a gap": {
    asked: listen((listened) => listened.transaction((tx) => findGap(tx, read("export referrals"), read))),
  },
};

test.each(Object.entries(QUERIES))("%s reads by an index", async (_, { asked, ordered = false }) => {
  const queries = await asked();
  expect(queries.length).toBeGreaterThan(0);
  for (const query of queries) {
    const plan = await explainQuery(url, query);
    expect(plan, `${query.sql}\n${plan}`).not.toMatch(SCAN);
    if (query.sql.includes(" limit ")) expect(plan, `${query.sql}\n${plan}`).toMatch(BEGINS);
    if (ordered && query.sql.includes("order by")) expect(plan, `${query.sql}\n${plan}`).not.toMatch(SORT);
  }
});
