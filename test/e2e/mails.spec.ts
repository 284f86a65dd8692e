import { mkdirSync } from "node:fs";
import path from "node:path";
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

/** For axe, which takes seconds a mail: the others are made of the same parts. */
const WITH_EVERY_PART = new Set(["answer", "answer, from the right", "case"]);

/** SHOTS=folder keeps a picture of each, to be looked at. */
async function draw(kind: string, take: (at: string) => Promise<unknown>): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await take(path.join(folder, `${kind.replaceAll(/\W+/g, "-")}.png`));
}

for (const colorScheme of ["light", "dark"] as const)
  test(`every mail can be read, ${colorScheme}, on a phone and on a desk, and loads nothing`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const [kind, mail] of MAILS) {
      await page.setContent(await writeHtml(look, mail));
      for (const width of [320, 360, 700]) {
        await page.setViewportSize({ width, height: 700 });
        await expectNoSidewaysScroll(page);
        if (width > 320)
          await draw(`${kind} ${width} ${colorScheme}`, (at) => page.screenshot({ path: at, fullPage: true }));
      }
      expect((await page.locator(".mail").boundingBox())?.width).toBe(600);
      if (WITH_EVERY_PART.has(kind)) await expectAccessible(page);
    }
    expect(asked).toEqual([]);
  });
