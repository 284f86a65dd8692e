import { expect, it } from "vitest";
import { writeModel } from "#server/features/ask/model/write-model.ts";
import type { ModelPiece } from "#server/features/ask/model/read-pieces.ts";
import { numberSources } from "#server/features/ask/sources.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const question = "How long does the approval of my Tenant ID take?";
const sources = numberSources(createKnowledge(sampleKnowledge).search(question).passages.slice(0, 3));
const GOOD = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. [1]";
const UNFOUNDED = "Zebras graze for free.";

async function* stream(...pieces: ModelPiece[]): AsyncGenerator<ModelPiece> {
  yield* pieces;
  yield { end: "complete" };
}

it("keeps of a thought that was one in the end what a reader got of it, and nothing that still waited", async () => {
  const thought = [UNFOUNDED, GOOD, GOOD, UNFOUNDED, UNFOUNDED, UNFOUNDED, GOOD, "So"].join(" ");
  const pieces = stream({ text: `${thought} ` }, { wasThought: true }, { text: GOOD });
  const asked = { question, sources, turns: [], checks: [], signal: new AbortController().signal };
  const sent: string[] = [];
  const writing = writeModel(() => pieces, asked);
  let next = await writing.next();
  for (; !next.done; next = await writing.next()) sent.push(next.value.text);
  expect(sent).toHaveLength(3);
  expect(next.value.checks.map(({ text }) => text)).toEqual(sent);
});
