import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { makeTypeface } from "#test/support/typefaces.ts";
import { expectSteadyTypeface } from "./moved-while.ts";
import { testHub } from "./own-hub.ts";
import { expect } from "./support.ts";

const NAME = "Example Sans";
const ARTICLE = "/articles/start/write-an-article/";
const PAGES = ["/", ARTICLE, "/privacy/", "/widget/"];

function name(contentDir: string, typeface: string): void {
  const file = path.join(contentDir, "hub.yaml");
  const text = readFileSync(file, "utf8").replace("lightness: 42", `lightness: 42, typeface: ${typeface}`);
  writeFileSync(file, text.replace("languages: [en]", "languages: [en, de]"));
}

const own = testHub(path.resolve(".cache/typeface-own"), async (content) => {
  mkdirSync(path.join(content, "brand"));
  // wider and higher than ours, each weight otherwise: what stands in for it has to be, too
  writeFileSync(path.join(content, "brand/regular.woff2"), await makeTypeface("regular", { upem: 860 }));
  writeFileSync(path.join(content, "brand/bold.woff2"), await makeTypeface("bold", { upem: 930 }));
  name(content, `{ name: ${NAME}, regular: brand/regular.woff2, bold: brand/bold.woff2 }`);
});
const system = testHub(path.resolve(".cache/typeface-system"), (content) => name(content, "system"));

own.describe.configure({ mode: "serial" });

/** The typefaces that a page loads, and those that it says it will need. */
async function typefacesOf(page: Page, at: string) {
  const loaded: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") loaded.push(new URL(request.url()).pathname);
  });
  await page.goto(at, { waitUntil: "networkidle" });
  const preloaded = await page
    .locator('link[rel="preload"][as="font"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return { loaded: loaded.toSorted(), preloaded: preloaded.toSorted() };
}

for (const at of PAGES)
  own(`the operator's own typeface alone is loaded, and at once, by ${at}`, async ({ soundPage: page }) => {
    const { loaded, preloaded } = await typefacesOf(page, at);
    expect(loaded).toEqual([
      expect.stringMatching(/^\/brand\/typeface-bold\.[0-9a-f]{12}\.woff2$/),
      expect.stringMatching(/^\/brand\/typeface\.[0-9a-f]{12}\.woff2$/),
    ]);
    expect(preloaded).toEqual(loaded);
    const used = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(used).toMatch(new RegExp(`^"?${NAME}"?,`));
    const widths = await page.evaluate((family) => {
      const pen = document.createElement("canvas").getContext("2d");
      return ["400", "600", "700"].map((weight) => {
        if (pen) pen.font = `${weight} 100px "${family}"`;
        return pen?.measureText("n").width;
      });
    }, NAME);
    expect(widths[0]).not.toBe(widths[2]);
    expect(widths[1]).toBe(widths[2]);
  });

for (const at of ["/", ARTICLE, "/de/"])
  own(`the operator's own typeface moves next to nothing when it comes after ${at} was shown`, async ({ page }) => {
    await expectSteadyTypeface(page, at, NAME);
  });

own("a browser keeps the operator's own typeface for good", async ({ page, request }) => {
  const { loaded } = await typefacesOf(page, "/");
  const response = await request.get(loaded[0] ?? "");
  expect(response.headers()).toMatchObject({
    "content-type": "font/woff2",
    "cache-control": expect.stringContaining("immutable"),
  });
});

for (const at of PAGES)
  system(`with the reader's system typeface, ${at} loads none`, async ({ soundPage: page }) => {
    expect(await typefacesOf(page, at)).toEqual({ loaded: [], preloaded: [] });
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toBe("system-ui, sans-serif");
  });

for (const [whose, test] of Object.entries({ own, system }))
  test(`a hub with the ${whose} typeface does not carry the standard one along`, async ({ request }) => {
    expect((await request.get("/fonts/atkinson-next-core.woff2")).status()).toBe(404);
  });
