/** Ask in the browser: the panel as readers find it, and a hub whose model writes what a test tells it to. */
import type { Page } from "@playwright/test";
import { startRelay, type Relay } from "#test/fakes/relay.ts";
import { startToldModel, type ToldModel } from "#test/fakes/told-model.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { eventStream } from "./event-stream.ts";
import { expect, test as base } from "./support.ts";

export const ARTICLE = "/articles/integrations/connect-your-crm/";
export const panel = (page: Page) => page.getByRole("complementary", { name: "Ask" });
/** Questions and answers, without what is only said aloud. */
export const log = (page: Page) => panel(page).getByRole("log");
export const field = (page: Page) => panel(page).getByRole("textbox");
export const ready = (page: Page) => expect(panel(page).getByRole("status")).toHaveText(/^Answer ready/);

export async function ask(page: Page, question: string): Promise<void> {
  await field(page).fill(question);
  await page.keyboard.press("Enter");
}

export async function openAsk(page: Page, path = ARTICLE): Promise<void> {
  await page.goto(path);
  await page.keyboard.press("Control+i");
  await expect(field(page)).toBeVisible();
}

/** Answers the next questions with a sentence from the section that an address names. */
export async function answerFrom(page: Page, url: string): Promise<void> {
  const source = { n: 1, articleId: "a/b", section: "", title: "An article › A section", url };
  const done = { answerId: "ans_1", verdict: "answered", mode: "extractive", thread: "t", nearest: [] };
  await answerWith(page, [
    ["sources", { sources: [source], thread: "t" }],
    ["sentence", { text: "So it is.", citations: [1] }],
    ["done", done],
  ]);
}

/** Answers the next questions with these events, whether they are a whole answer or not. */
export async function answerWith(page: Page, events: [string, unknown][]): Promise<void> {
  await page.route("**/api/ask", (route) => route.fulfill(eventStream(events)));
}

/** Refuses the next questions. */
export async function refuseWith(page: Page, status: number, code: string, detail: string): Promise<void> {
  const body = JSON.stringify({ title: code, status, code, detail });
  await page.route("**/api/ask", (route) => route.fulfill({ status, contentType: "application/problem+json", body }));
}

export type ModelHub = { url: string; model: ToldModel; relay: Relay };

/** One hub with a model a worker, which is asked each time; its tests reach it over a connection that they can cut. */
export const test = base.extend<object, { modelHub: ModelHub }>({
  modelHub: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const model = await startToldModel();
      const told = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "told", CACHED_ANSWERS: "0" };
      const hub = await serveHub({ ...told, SPAM_PROOF: "off" });
      const relay = await startRelay(Number(new URL(hub.url).port));
      await use({ url: `http://localhost:${relay.port}`, model, relay });
      await relay.close();
      await hub.stop();
      await model.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ modelHub }, use) => use(modelHub.url),
});
