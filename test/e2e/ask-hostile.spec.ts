/** What attackers type, and what a model makes of it, are words in the panel: nothing of it runs, loads or leads away. */
import type { Page } from "@playwright/test";
import { HOSTILE_QUESTIONS, SCRIPTS } from "#test/support/hostile.ts";
import { ask, log, openAsk, panel, ready, test } from "./ask-support.ts";
import { eventStream } from "./event-stream.ts";
import { expect } from "./support.ts";

const QUESTION = "How long does the approval of my Tenant ID take?";
const FLAGS = [
  `<img src=x onerror="window.ran=1"><svg onload="window.ran=1"><script>window.ran=1</script>`,
  "[here](javascript:window.ran=1) ![x](https://evil.example/x.png) <a href=https://evil.example/>here</a>",
];
const some = (list: readonly string[], count: number) =>
  list.filter((_, at) => at % Math.ceil(list.length / count) === 0).map((text) => text.slice(0, 400));
const SAID = [...FLAGS, ...some(SCRIPTS, 8), ...some(HOSTILE_QUESTIONS, 8)].map((text) =>
  text.replace(/\s+/g, " ").trim(),
);

/** Notes what must not happen; call it before the page is opened. */
function watch(page: Page): { dialogs: string[]; foreign: string[] } {
  const seen = { dialogs: [] as string[], foreign: [] as string[] };
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "localhost") seen.foreign.push(request.url());
  });
  return seen;
}

async function expectWords(page: Page, seen: ReturnType<typeof watch>): Promise<void> {
  expect(seen).toEqual({ dialogs: [], foreign: [] });
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  await expect(log(page).locator("img, iframe, script, style, form, object, embed, base")).toHaveCount(0);
  const links = await panel(page)
    .locator("a")
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).origin)); // `a` is one
  expect(new Set([...links, new URL(page.url()).origin])).toEqual(new Set([new URL(page.url()).origin]));
}

test("a model that writes hostile text", async ({ page, modelHub: { model } }) => {
  const seen = watch(page);
  await openAsk(page);
  await ask(page, QUESTION);
  const answer = await model.asked();
  answer.say("The approval takes 1–2 business days. [1]\n");
  for (const text of SAID) answer.say(`The approval takes 1–2 business days ${text} [1]\n`);
  answer.end();
  await ready(page);
  await expectWords(page, seen);
});

test("hostile questions whose answers and titles repeat them", async ({ page }) => {
  await page.route("**/api/ask", (route) => {
    const { question } = route.request().postDataJSON() as { question: string }; // what the panel sends
    const source = { n: 1, articleId: "a/b", section: "", title: question, url: "/articles/a/b/" };
    const done = { answerId: "ans_1", verdict: "partial", mode: "model", thread: "t", nearest: [{ ...source, n: 2 }] };
    const stream = eventStream([
      ["sources", { sources: [source], thread: "t" }],
      ["sentence", { text: question, citations: [1] }],
      ["done", done],
    ]);
    return route.fulfill(stream);
  });
  const seen = watch(page);
  await openAsk(page);
  for (const [at, text] of SAID.entries()) {
    await ask(page, text);
    await expect(log(page).getByRole("link", { name: /^Source 1/ })).toHaveCount(at + 1);
  }
  await expect(log(page)).toContainText(FLAGS[1] ?? "");
  await expectWords(page, seen);
  await page.reload();
  await expect(log(page)).toContainText(FLAGS[1] ?? "");
  await expectWords(page, seen);
});
