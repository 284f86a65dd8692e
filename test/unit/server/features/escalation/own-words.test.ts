import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, test } from "vitest";
import { ownWords } from "#server/features/escalation/mail-in/own-words.ts";

const HOSTILE = {
  "many beginnings and ends of a Dutch quote": "Op \n".repeat(1600) + "schreef\n".repeat(1600),
  "many beginnings of an English quote in one line": ` onat`.repeat(3000),
};

test.each(Object.entries(HOSTILE))("%s hold nobody up, and are words all the same", async (_what, text) => {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  expect(await ownWords(text)).toBe(text.trim());
  delays.disable();
  expect(delays.max / 1e6).toBeLessThan(500);
});

test("what stands above a quote is taken without it", async () => {
  expect(await ownWords("It works.\r\n\r\nOn Mon, 23 Nov 2026 at 10:00, Help <a@b.c> wrote:\r\n> Hello")).toBe(
    "It works.",
  );
});
