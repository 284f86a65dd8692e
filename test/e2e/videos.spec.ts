import { expect, test } from "./support.ts";

const ARTICLE = "/articles/this-hub/find-an-answer/";
const SAID = "The slash key opens search.";

test("a video shows its picture, and loads nothing else before somebody plays it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(ARTICLE, { waitUntil: "networkidle" });
  const video = page.locator("video");
  await expect(video).toHaveAccessibleName(/^Search, open, mark a step/);
  expect(asked.filter((path) => /\.(?:mp4|webm)$/.test(path))).toEqual([]);
  expect(asked.filter((path) => path.endsWith(".webp"))).toHaveLength(1);
  const plays = await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    await element.play();
    return { seconds: Math.round(element.duration), refused: element.error?.message };
  });
  expect(plays).toEqual({ seconds: 28, refused: undefined });
});

test("what it says is on the page in its language, and found by search and Ask", async ({ page, request }) => {
  await page.goto(ARTICLE);
  const said = page.getByRole("article").getByText(SAID);
  await expect(said).toBeHidden();
  await page.getByText("What the video says").click();
  await expect(said).toBeVisible();
  expect(await (await request.get(`${ARTICLE}page.md`)).text()).toMatch(
    /\[Search, open, .*\]\(\/videos\/.*\.mp4\)\n\n.*slash/,
  );
  await page.goto(`/de${ARTICLE}`);
  await expect(page.locator("track[default]")).toHaveAttribute("srclang", "de");
  await page.getByText("Was das Video sagt").click();
  await expect(page.getByText("Ein paar eigene Wörter genügen.")).toBeVisible();
  await page.goto("/search?q=slash+key");
  await expect(page.getByRole("link", { name: "Find an answer quickly" }).first()).toBeVisible();
});
