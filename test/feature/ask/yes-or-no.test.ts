import { describe, expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const model = await startModel();
const { app } = await openTestHub({
  knowledge: sampleKnowledge,
  env: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny" },
});

const SENTENCE = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days.";

async function answerWith(say: string) {
  model.play({ say });
  const answer = await ask(app, { question: "How long does the approval of my Tenant ID take?" });
  return { ...answer, text: answer.sentences.map(({ text }) => text).join(" ") };
}

describe("a model's yes or no", () => {
  it.each(["Yes. ", "No. ", "Yes. [1] ", "No! [1]\n", "Yes, it does. [1] ", "Yes, it does. ", "**No**, "])(
    "is not sent, and leaves nothing that could not be confirmed: %s",
    async (answer) => {
      const { text, verdict, mode } = await answerWith(`${answer}${SENTENCE} [1]`);
      expect({ text, verdict, mode }).toEqual({ text: SENTENCE, verdict: "answered", mode: "model" });
    },
  );

  it.each(["Yes.", "No. [1]", "No, it does not. [1]"])("is no answer alone: %s", async (say) => {
    const { mode, text } = await answerWith(say);
    expect(mode).toBe("extractive");
    expect(text).not.toContain(say.replace(" [1]", ""));
    expect(text).toContain("The Referral Factory team approves it, which takes 1–2 business days.");
  });
});
