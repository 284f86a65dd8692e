import { expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask, postAsk } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny", TOKENS_PER_DAY: "2000" };
const { app } = await openTestHub({ knowledge: sampleKnowledge, env });

it("asks the model no more once the hub's budget of the day is used up, and answers all the same", async () => {
  model.play({ say: "A converted Lead stays behind. [1]" });
  const question = "What does “cannot reference converted lead” mean?";
  const modes: string[] = [];
  while (modes.length < 8 && modes.at(-1) !== "extractive") modes.push((await ask(app, { question })).mode);
  expect(modes[0]).toBe("model");
  expect(modes.at(-1)).toBe("extractive");
});

it("holds back who asks too much in a minute, and says for how long", async () => {
  let response = await postAsk(app, { question: "Hello" });
  for (let count = 0; count < 25 && response.status === 200; count++)
    response = await postAsk(app, { question: "Hello" });
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ code: "limited" });
});
