/* oxlint-disable no-console -- a command that prints its findings */
/**
 * npm run eval:gaps -- --json FILE: puts labelled phrases into gaps as the hub does, and says how many pairs that it put
 * together belong together, and the other way round. `choose` is what thresholds were chosen by, `held` was kept for the end.
 */
import { parseArgs } from "node:util";
import { loadHub } from "#content/hub.ts";
import { readSettings } from "#server/core/config.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { groupPhrases, measurePairs, readLabelled } from "./support/measure-gaps.ts";
import { readPlainKnowledge } from "./support/plain-knowledge.ts";
import { createReport } from "./support/report.ts";

const { values } = parseArgs({ options: { json: { type: "string" } } });
const { integrations } = loadHub(readSettings().contentDir);
const knowledge = createKnowledge(readPlainKnowledge());
const tables = createReport(values.json);
for (const half of ["choose", "held"] as const) {
  const phrases = readLabelled(half);
  const gaps = groupPhrases(
    knowledge,
    phrases.map(({ text }) => text),
    integrations,
  );
  const { precision, recall, wrong, missed } = measurePairs(phrases, gaps);
  const [found, labelled] = [new Set(gaps).size, new Set(phrases.map(({ label }) => label)).size];
  tables.report(half, [{ half, phrases: phrases.length, groups: labelled, gaps: found, precision, recall }]);
  console.log(["", "Put together wrongly:", ...wrong, "", "Left apart:", ...missed].join("\n"));
}
tables.finish();
