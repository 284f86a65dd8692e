import { expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { ask } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const [connect, ...others] = sampleKnowledge.articles;
if (!connect) throw new Error("The sample has no article");
const offers = [{ ask: "Where do I begin?", section: "open-the-crm-tab" }];
const { app } = await openTestHub({
  knowledge: { ...sampleKnowledge, articles: [{ ...connect, offers }, ...others] },
});

it("a question that an article offers is answered by what it names, with its source; a follow-up goes on from it", async () => {
  const answer = await ask(app, { question: "Where do I begin?" });
  expect(answer).toMatchObject({ verdict: "answered", mode: "extractive", nearest: [] });
  expect(answer.sentences[0]?.text).toMatch(/^1\. Open the CRM tab\./);
  expect(answer.sources.map(({ url }) => url)).toEqual(["/articles/integrations/connect-your-crm/#open-the-crm-tab"]);
  const next = await ask(app, { question: "What is a converted lead?", thread: answer.thread });
  expect(next.sources[0]?.articleId).toBe("syncing/contacts-not-syncing");
});
