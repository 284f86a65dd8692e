/* oxlint-disable no-console -- a command that prints its findings */
/**
 * npm run eval:gaps -- --json FILE: puts labelled phrases into gaps as the hub does, and says how many pairs that it put
 * together belong together, and the other way round. `choose` is what thresholds were chosen by, `held` was kept for the end.
 */
import { parseArgs } from "node:util";
import { loadHub } from "#content/hub.ts";
import { readSettings } from "#server/core/config.ts";
import type { ModelServer } from "#server/core/config.ts";
import { createEmbedder } from "#server/features/ask/meaning/embedder.ts";
import { readPhrase } from "#server/features/gaps/group/read-phrase.ts";
import { EXAMPLES } from "#server/features/gaps/meaning/examples.ts";
import { findThreshold } from "#server/features/gaps/meaning/find-threshold.ts";
import { createNearest, NO_NEAREST } from "#server/features/gaps/meaning/nearest.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { groupPhrases, measurePairs, readLabelled } from "./support/measure-gaps.ts";
import { readPlainKnowledge } from "./support/plain-knowledge.ts";
import { createReport } from "./support/report.ts";

const { values } = parseArgs({ options: { json: { type: "string" } } });
const { integrations } = loadHub(readSettings().contentDir);
const knowledge = createKnowledge(readPlainKnowledge());
const read = (text: string) => readPhrase(knowledge, text, integrations);
const { embedding } = readSettings();
const vectors = embedding && (await embedAll(embedding));
const threshold = vectors && findThreshold(EXAMPLES, vectors, read);
const nearest = () => (vectors && threshold !== null ? createNearest(vectors, threshold) : NO_NEAREST);
const by = threshold === null ? "words" : "words and meaning";
if (embedding)
  console.log(`${embedding.name} means the same from a cosine of ${threshold ?? "(none: it is not asked)"}`);
const tables = createReport(values.json);
for (const half of ["choose", "held"] as const) {
  const phrases = readLabelled(half);
  const gaps = groupPhrases(
    knowledge,
    phrases.map(({ text }) => text),
    integrations,
    nearest(),
  );
  const { precision, recall, wrong, missed } = measurePairs(phrases, gaps);
  const [found, labelled] = [new Set(gaps).size, new Set(phrases.map(({ label }) => label)).size];
  tables.report(half, [{ half, by, phrases: phrases.length, groups: labelled, gaps: found, precision, recall }]);
  console.log(["", "Put together wrongly:", ...wrong, "", "Left apart:", ...missed].join("\n"));
}
tables.finish();

async function embedAll(server: ModelServer) {
  const texts = [...EXAMPLES.flat(), ...readLabelled("held").map(({ text }) => text)];
  const { embed } = createEmbedder(server);
  const made: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += 32)
    made.push(...(await embed(texts.slice(from, from + 32), 60_000, AbortSignal.timeout(60_000))));
  return new Map(texts.map((text, at) => [text, made[at] ?? new Float32Array()]));
}
