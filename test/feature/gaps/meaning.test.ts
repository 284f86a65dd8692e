import { beforeEach, expect, it } from "vitest";
import { answers } from "#db/schema/ask.ts";
import { embeddings } from "#db/schema/embeddings.ts";
import { gaps } from "#db/schema/gaps.ts";
import { EXAMPLES } from "#server/features/gaps/meaning/examples.ts";
import { startEmbeddings } from "#test/fakes/embeddings.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openGaps } from "#test/support/gaps.ts";
import { openTestHub } from "#test/support/hub.ts";

let now = new Date("2026-11-23T09:00:00.000Z");
const server = await startEmbeddings(["copy", "duplicate"], ["hubspot", "intercom"], ["activate", "deactivate"]);
const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_EMBEDDING_MODEL: "tiny" };
const hub = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => now }, env });
const { ask, list } = await openGaps(hub);
const titles = async () => (await list()).gaps.map(({ title }) => title);

beforeEach(async () => {
  server.play("embed");
  for (const table of [answers, gaps, embeddings]) await hub.db.delete(table);
  hub.logged.splice(0);
  now = new Date(now.getTime() + 60 * 60_000);
});

it("questions that mean the same in other words are one gap, asked together or one after the other", async () => {
  await ask("How do I copy a landing page?");
  await ask("duplicate a landing page?");
  expect(await titles()).toHaveLength(1);
  now = new Date(now.getTime() + 60_000);
  await ask("Landing page: duplicate");
  const { gaps: found } = await list();
  expect(found).toMatchObject([{ questions: 3 }]);
});

it("but never of two CRMs, nor opposites, whatever the model says", async () => {
  await ask("Do you have a free plan for HubSpot?");
  await ask("Do you have a free plan for Intercom?");
  await ask("How do I activate a reminder?");
  await ask("How do I deactivate a reminder?");
  expect(await titles()).toHaveLength(4);
});

it("what it was asked once is kept, as a hash", async () => {
  await ask("How do I copy a landing page?");
  await list();
  const kept = await hub.db.select().from(embeddings);
  expect(kept.length).toBeGreaterThanOrEqual(EXAMPLES.flat().length);
  expect(JSON.stringify(kept)).not.toContain("landing");
  server.embedded.splice(0);
  now = new Date(now.getTime() + 60_000);
  await ask("Where are reminders?");
  await list();
  expect(server.embedded.filter((text) => !text.includes("\n"))).toEqual(["where are reminders?"]);
});

it("words alone group while the server is away, and the desk does not wait for it", async () => {
  server.play({ status: 500 });
  await ask("How do I copy a landing page?");
  await ask("copying landing pages");
  await ask("duplicate a landing page?");
  expect(await titles()).toHaveLength(2);
  expect(hub.logged.join("\n")).toContain("words alone say what is the same");
});
