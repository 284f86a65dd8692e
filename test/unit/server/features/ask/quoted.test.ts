import { expect, it } from "vitest";
import { decide } from "#server/features/ask/decide.ts";
import { retrieve } from "#server/features/ask/retrieve.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge(sampleKnowledge);
const ask = (question: string) => {
  const { found } = retrieve(knowledge, { question, turns: [], integrationNames: [] });
  return decide(question, found, knowledge.passages.length);
};

it.each(["“cannot reference converted lead”", 'what does "cannot reference converted lead" mean in Salesforce'])(
  "%s is answered by what says it word for word",
  (question) => {
    const { verdict, lacks, passages } = ask(question);
    expect([verdict, lacks]).toEqual(["answered", []]);
    expect(passages.every(({ passage }) => passage.text.includes("cannot reference converted lead"))).toBe(true);
  },
);

it.each(['"reference a converted lead"', 'what does "lead cannot reference converted" mean in Salesforce'])(
  "%s, which no article says, is answered in part at most, with what they do not say",
  (question) => {
    const { verdict, lacks } = ask(question);
    expect(verdict).not.toBe("answered");
    if (verdict === "partial") expect(lacks).toEqual([/"(?<said>.*)"/.exec(question)?.groups?.["said"]]);
  },
);
