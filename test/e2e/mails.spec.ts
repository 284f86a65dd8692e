import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { writeHtml } from "#server/outbox/html/write-html.ts";
import { everyMail, look } from "#test/support/every-mail.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support.ts";

const LONG = `${"Donaudampfschifffahrtsgesellschaft".repeat(4)} https://evil.example/${"long/".repeat(40)}`;
const ARABIC = "لا تصل جهات الاتصال إلى HubSpot.\n\n- واحد\n- اثنان\n\n> منذ يوم الاثنين";
const MAILS = [
  ...everyMail().map(([kind, mail]) => [kind, mail] as const),
  ...everyMail("de").flatMap(([kind, mail]) => (mail.language === "de" ? [[`${kind}, in German`, mail] as const] : [])),
  ...everyMail("en", { body: LONG, name: "Bo" }).flatMap(([kind, mail]) =>
    ["answer", "case"].includes(kind) ? [[`${kind}, with long words`, mail] as const] : [],
  ),
  ...everyMail("en", { body: ARABIC, name: "Bo" }).flatMap(([kind, mail]) =>
    kind === "answer" ? [["answer, from the right", { ...mail, language: "ar" }] as const] : [],
  ),
];

/** SHOTS=folder keeps pictures of each, to be looked at. */
async function draw(page: Page, kind: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 700]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 700 });
      const name = `${kind} ${width} ${colorScheme}`.replaceAll(/\W+/g, "-");
      await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    }
}

test("every mail fits a narrow phone, is a column on a desk, and loads nothing", async ({ page }) => {
  test.slow();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const [kind, mail] of MAILS) {
    await page.setContent(await writeHtml(look, mail));
    await page.setViewportSize({ width: 700, height: 700 });
    expect((await page.locator(".mail").boundingBox())?.width).toBe(600);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page);
    await draw(page, kind);
  }
  expect(asked).toEqual([]);
});

// axe takes seconds a mail: these have every part that the others are made of
for (const colorScheme of ["light", "dark"] as const)
  for (const kind of ["answer", "answer, from the right", "case"])
    test(`a mail can be read by everybody: ${kind}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const [, mail] = MAILS.find(([each]) => each === kind)!;
      await page.setContent(await writeHtml(look, mail));
      await expectAccessible(page);
    });
