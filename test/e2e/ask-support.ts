/** Ask in the browser: the panel as readers find it, and a hub whose model writes what a test tells it to. */
import type { Page } from "@playwright/test";
import { startRelay, type Relay } from "#test/fakes/relay.ts";
import { startToldModel, type ToldModel } from "#test/fakes/told-model.ts";
import { serveHub } from "#test/support/served-hub.ts";
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

export type ModelHub = { url: string; model: ToldModel; relay: Relay };

/** One hub with a model a worker; its tests reach it over a connection that they can cut. */
export const test = base.extend<object, { modelHub: ModelHub }>({
  modelHub: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const model = await startToldModel();
      const hub = await serveHub({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "told", SPAM_PROOF: "off" });
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
