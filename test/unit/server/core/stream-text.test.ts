import { expect, test } from "vitest";
import { streamText } from "#server/core/stream-text.ts";

test("text is made as it is taken, and comes out whole", async () => {
  let made = 0;
  async function* count() {
    for (; made < 100; made++) yield `${made} é\n`;
  }
  const reader = streamText(count()).getReader();
  await reader.read();
  expect(made).toBeLessThan(3);
  reader.releaseLock();
  expect(await new Response(streamText(count())).text()).toMatch(/ é\n99 é\n$/);
});

test("what fails in the middle breaks off: half of it is not taken for the whole", async () => {
  async function* fail() {
    yield "half";
    throw new Error("the database went away");
  }
  await expect(new Response(streamText(fail())).text()).rejects.toThrow("went away");
});

test("nothing is made any more for somebody who has gone", async () => {
  let ended = false;
  async function* endless() {
    try {
      for (;;) yield "more";
    } finally {
      ended = true;
    }
  }
  const stream = streamText(endless());
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(ended).toBe(true);
});
