import { expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startModel } from "#test/fakes/model.ts";
import { ask, postAsk, STREAMED } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const model = await startModel();
const env = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "tiny", TOKENS_PER_DAY: "2000" };
const { app } = await openTestHub({ knowledge: sampleKnowledge, env });

it("asks the model no more once the hub's budget of the day is used up, and answers all the same", async () => {
  model.play({ say: "Leave Leads unconverted until the referral process is complete. [1]" });
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

it("writes a few answers at a time for one address, and takes the next when one has ended", async () => {
  const readers = Array.from({ length: 4 }, () => new AbortController());
  const { app: hub } = await openTestHub({ knowledge: sampleKnowledge, env: { ...env, TOKENS_PER_DAY: "1000000" } });
  model.play({ stallAfter: "A converted" });
  const question = "What does “cannot reference converted lead” mean?";
  const open = await Promise.all(readers.map(({ signal }) => postAsk(hub, { question }, { ...STREAMED, signal })));
  expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await postAsk(hub, { question })).status).toBe(429);
  for (const reader of readers) reader.abort();
  await Promise.all(open.map((response) => response.body?.cancel()));
  model.play({ say: "Leave Leads unconverted until the referral process is complete. [1]" });
  await expect.poll(async () => (await postAsk(hub, { question })).status, { timeout: 3000 }).toBe(200);
});

it("takes so many votes on answers from one address, and no more", async () => {
  const vote = () => app.request("/api/answers/ans_none/vote", withJson("POST", { helped: true }));
  const statuses = [];
  for (let count = 0; count < 62; count++) statuses.push((await vote()).status);
  expect([...new Set(statuses)]).toEqual([404, 429]);
});
