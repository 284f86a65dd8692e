/** A hub that is written in Japanese and translated into Russian: no part of it has a name in Latin letters. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { testHub } from "./own-hub.ts";
import { expect } from "./support.ts";

const ARTICLE = "/articles/start/connect/";

const test = testHub(path.resolve(".cache/other-scripts"), (content) => {
  // what an empty hub has is in English
  for (const name of ["articles", "questions.yaml", "glossary.yaml"])
    rmSync(path.join(content, name), { recursive: true });
  cpSync(path.join(import.meta.dirname, "own/japanese"), path.join(content, "articles/start"), { recursive: true });
  const file = path.join(content, "hub.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("languages: [en]", "languages: [ja, ru]"));
});

test.describe.configure({ mode: "serial" });

const step = (page: Page, number: number) => page.locator(`.step[data-number="${number}"]`);
const judge = (page: Page, number: number, words: string) =>
  step(page, number).getByRole("radio", { name: words }).check();

test("each step is judged by itself, opens its own help, and is known in the other language", async ({
  soundPage: page,
}) => {
  await page.goto(ARTICLE);
  await judge(page, 1, "It worked");
  await judge(page, 2, "It didn’t");
  await judge(page, 3, "It worked");
  for (const [number, state] of [
    [1, "done"],
    [2, "failed"],
    [3, "done"],
  ] as const)
    await expect(step(page, number)).toHaveAttribute("data-state", state);
  await expect(step(page, 2).getByText("まだ保存していません。")).toBeVisible();
  await expect(step(page, 1).getByText("権限がありません。")).toBeHidden();
  const quick = page.getByRole("navigation", { name: "Quick path" });
  await quick.getByRole("link", { name: "設定を開く" }).click();
  await expect(step(page, 1)).toBeInViewport();
  await page.goto(`/ru${ARTICLE}`);
  await expect(step(page, 1)).toHaveAttribute("data-state", "done");
  await expect(step(page, 2)).toHaveAttribute("data-state", "failed");
});

test("a tab is chosen, in every block that has it, and on the next visit", async ({ soundPage: page }) => {
  await page.goto(ARTICLE);
  const first = page.locator("[data-tabs]").first();
  const last = page.locator("[data-tabs]").last();
  await expect(first.getByText("左下のボタンを押します。")).toBeVisible();
  await first.getByRole("radio", { name: "マック" }).check();
  await expect(first.getByText("リンゴの印を押します。")).toBeVisible();
  await expect(last.getByText("矢印の説明です。")).toBeVisible();
  await first.getByRole("radio", { name: "リナックス" }).check();
  await expect(last.getByText("もう一度、端末から開きます。")).toBeVisible();
  await page.reload();
  await expect(first.getByText("端末から開きます。")).toBeVisible();
});

test("a heading of signs alone has a name to link to", async ({ soundPage: page }) => {
  await page.goto(`${ARTICLE}#u2192`);
  await expect(page.locator("h2:target")).toContainText("→");
});

test("a link opens the trouble that it names", async ({ soundPage: page }) => {
  await page.goto(`${ARTICLE}#ボタンが灰色のまま`);
  await expect(page.getByText("まだ保存していません。")).toBeVisible();
});
