import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeContact } from "#test/fakes/crm/hubspot-records.ts";
import { signToken } from "#test/support/customer.ts";
import { PSEUDO, pseudo } from "#test/support/pseudo/pseudo-text.ts";
import { searchWords } from "#site/islands/search/search.words.ts";
import { strings } from "#site/strings.ts";
import { expectAccessible } from "../support.ts";
import { panelOf, startSite } from "../widget-support.ts";
import { findCut } from "./find-cut.ts";
import { BUILDS, CONTENT, expect, findEnglish, listPseudoPages, test } from "./pseudo-hub.ts";
import { fillDraft, serveWithHubSpot } from "./pseudo-setup.ts";

// one hub for all: its build is the dear part, and two would write the same folder
test.describe.configure({ mode: "default" });

/** What the server writes, without script too. */
const SERVED = [
  ...["search/", "search/?q=hubspot", "search/?q=zebra+xylophone", "ask/", "ask/?q=How+do+I+connect+HubSpot"],
  ...["ask/?q=zebra+xylophone", "privacy/", "sign-in/", "receipts/0123456789abcdefghijkl", "nowhere/"],
];
const ARTICLE = `/${PSEUDO}/articles/integrations/connect-your-crm/`;
const LEFT_IN_ENGLISH = `/${PSEUDO}/articles/qualifying/six-ways-to-qualify/`;

async function expectPseudo(page: Page, ...typed: string[]): Promise<void> {
  await expect.poll(() => findEnglish(page, typed)).toEqual([]);
}

test("every page is read from the right, fits a phone and a wide screen, and says nothing in English of its own", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const pages = [...listPseudoPages(), ...SERVED.map((path) => `/${PSEUDO}/${path}`)];
  expect(pages.length).toBeGreaterThan(50);
  for (const path of pages) {
    await page.goto(path);
    await expect(page.locator("html"), path).toHaveAttribute("dir", "rtl");
    expect.soft(await findEnglish(page, ["hubspot", "zebra xylophone"]), path).toEqual([]);
    for (const width of [390, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await findCut(page), `${path} at ${width}`).toEqual([]);
    }
  }
});

test("the layout is mirrored: where a reader begins is at the right", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(ARTICLE);
  const middle = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  const fromRight = ["header.head .name", "header.head nav", ".tools"];
  const columns = [".page > .topics", ".page > .article", ".page > .toc"];
  const heading = [".step .num", ".step [data-part=title]"];
  const verdicts = [".judge label:nth-of-type(1)", ".judge label:nth-of-type(2)"];
  const quick = [".quick li:nth-child(1)", ".quick li:nth-child(2)"];
  for (const row of [fromRight, columns, heading, verdicts, quick]) {
    const places = await Promise.all(row.map(middle));
    expect(places, row.join(" → ")).toEqual(places.toSorted((a, b) => b - a));
  }
  // the rail runs at the right of the steps, and the way back points there
  const rail = await page
    .locator(".step")
    .first()
    .evaluate((step) => Number.parseFloat(getComputedStyle(step, "::before").right));
  expect(rail).toBeLessThan(40);
  await expect(page.locator(".crumb .ico").first()).toHaveCSS("scale", "-1 1");
});

test("an article that nobody has translated keeps its direction, and what the hub says in it has the page’s", async ({
  page,
}) => {
  await page.goto(LEFT_IN_ENGLISH);
  await expect(page.locator("article")).toHaveAttribute("dir", "ltr");
  for (const part of [".meta", ".judge", ".end"])
    if ((await page.locator(part).count()) > 0)
      await expect(page.locator(part).first()).toHaveAttribute("lang", PSEUDO);
  await expectAccessible(page);
});

test("what nobody has translated reads in its own order, on the page’s side", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(LEFT_IN_ENGLISH);
  await expect(page.locator(".page > .topics .line a[aria-current]")).toHaveCSS("border-left-width", "0px");
  await expect(page.locator(".page > .toc .line a").first()).toHaveCSS("padding-left", "0px");
  const [side, drawing] = await Promise.all(
    [".fig .side", ".fig svg"].map((part) => page.locator(part).first().boundingBox()),
  );
  expect((side?.x ?? 0) + (side?.width ?? 0)).toBeLessThanOrEqual(drawing?.x ?? 0);

  await page.goto(`/${PSEUDO}/`);
  await expect(page.locator(".leaders b[dir=ltr]").first()).toHaveCSS("padding-left", "8px");

  await page.goto(`/${PSEUDO}/search/?q=qualify`);
  const line = page.locator(".hit .line [dir=ltr]").first();
  const begins = (part: string) => line.locator(part).evaluate((text) => text.getClientRects()[0]?.left ?? 0);
  expect(await begins(".hit-s")).toBeLessThan(await begins(".hit-x"));
});

test("what a reader types runs as it is read, in a page from the right too", async ({ page }) => {
  await page.goto(`/${PSEUDO}/contact/`);
  for (const name of ["subject", "message"]) {
    const field = page.locator(`form[data-contact] [name=${name}]`);
    await field.fill("Why does it stop?");
    await expect(field).toHaveCSS("unicode-bidi", "plaintext");
    await expect(field).toHaveCSS("text-align", "start");
  }
});

test("steps, their verdicts and the feedback", async ({ page }) => {
  await page.goto(ARTICLE);
  await page.locator(".judge input[value=yes]").first().check();
  await page.locator(".judge input[value=no]").nth(1).check();
  await expect(page.locator(".step").nth(1)).toHaveAttribute("data-state", "failed");
  const counted = page.waitForResponse("**/api/votes");
  await page.locator("[data-feedback] input[value=no]").first().check();
  await counted;
  await expectPseudo(page);
  await page.locator("[data-feedback] button[type=submit]").click();
  await expectPseudo(page);
  await page.reload();
  await expectPseudo(page);
  await page.goto(`/${PSEUDO}/`);
  await expect(page.locator("[data-island=left-off]")).toBeVisible();
  await expectPseudo(page);
  expect(await findCut(page)).toEqual([]);
});

test("search: what is found, nothing, and what was searched before", async ({ page }) => {
  await page.goto(`/${PSEUDO}/learn/`);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: pseudo(searchWords.search) });
  await field.fill("hubspot");
  await expect(page.locator("#find-hits .hit").first()).toBeVisible();
  await expectPseudo(page, "hubspot");
  expect(await findCut(page)).toEqual([]);
  await expectAccessible(page);
  await field.fill("xylophone");
  await expect(page.locator(".nothing")).toBeVisible();
  await expectPseudo(page, "hubspot", "xylophone");
});

test("Ask: an answer in English words is marked, what is around it is not", async ({ page }) => {
  await page.goto(LEFT_IN_ENGLISH);
  await page.keyboard.press("Control+i");
  const field = page.locator("#ask-q");
  const question = "Which are the six ways to qualify a referral?";
  await field.fill(question);
  await field.press("Enter");
  await expect(page.locator(".srcs li").first()).toBeVisible();
  await expectPseudo(page, question);
  expect(await findCut(page)).toEqual([]);
  await expectAccessible(page);
});

test("asking a person: mistakes, what goes along, the receipt", async ({ page }) => {
  await page.goto(`/${PSEUDO}/contact/`);
  const message = page.getByLabel(pseudo(strings.contact.message));
  const send = page.locator("form[data-contact] button[type=submit]");
  await send.click();
  await expect(message).toBeFocused();
  await expectPseudo(page);
  await message.fill("1234567890 1234567890");
  await page.getByLabel(pseudo(strings.contact.email)).fill(`${randomUUID()}@example.com`);
  await send.click();
  await page.waitForURL(new RegExp(`:[0-9]+/${PSEUDO}/receipts/`));
  await expectPseudo(page);
  expect(await findCut(page)).toEqual([]);
  await expectAccessible(page);
});

test("the status as it changes, and the setup before one has signed in", async ({ page }) => {
  for (const path of ["status/", "setup/", "setup/hubspot/"]) {
    await page.goto(`/${PSEUDO}/${path}`);
    await page.waitForLoadState("load");
    await expectPseudo(page);
    await expectAccessible(page);
  }
});

test("the setup after one has signed in: each stage, a check, a trace, and access that was taken back", async ({
  page,
  pseudoHub: _built,
}) => {
  const { hub, crm, stop } = await serveWithHubSpot();
  const setup = `${hub.url}/${PSEUDO}/setup/hubspot/`;
  await page.goto(`${setup}#token=${await signToken({ publicUrl: hub.url })}`);
  await page.locator("[data-stage=choose] button").first().click();
  await page.locator("[data-stage=connect] button.btn.main").click();
  await expect(page.locator("[data-stage=connect]")).toHaveAttribute("data-state", "done");
  const ofHubSpot = [...(await fillDraft(page)), "acme", "Ada", "Hub ID 1234567", "400 invalid_grant"];
  const expectOwn = async () => {
    await expect.poll(() => findEnglish(page, [], ofHubSpot)).toEqual([]);
    expect(await findCut(page)).toEqual([]);
  };
  for (const part of ["connect", "referrers", "leads", "qualify"]) {
    await page.goto(`${setup}#${part}`);
    await page.reload();
    await expect(page.locator(`#stage-${part}`)).toBeVisible();
    await expectOwn();
  }
  await page.locator("[data-stage=qualify] button.btn.main").first().click();
  await expect(page.locator("[data-stage=qualify]")).toHaveAttribute("data-state", "done");
  crm.data.contacts.push(makeContact("known@example.com"));
  await page.goto(`${setup}#check`);
  await page.reload();
  const check = page.locator("[data-stage=check] .acts button").first();
  await check.click();
  await expect(page.locator(".fact")).not.toHaveCount(0);
  await expect(check).toBeEnabled();
  await page.locator("[data-stage=check] input[name=email]").fill("known@example.com");
  await page.locator("[data-stage=check] .trace button").click();
  await expect(page.locator(".traced .chain li").first()).toBeVisible();
  await expectOwn();
  await expectAccessible(page);
  await page.goto(`${hub.url}/${PSEUDO}/articles/integrations/set-up-hubspot/`);
  const block = page.locator("[data-live=check]").first();
  await block.scrollIntoViewIfNeeded();
  await expect(block.locator("li b").first()).toBeVisible();
  await expectOwn();
  await page.goto(`${setup}#check`);
  crm.oauth.tokens.clear();
  crm.oauth.refreshTokens.clear();
  await check.click();
  await expect(page.locator(".fact.is-failed").first()).toBeVisible();
  await expect(check).toBeEnabled();
  await expectOwn();
  await stop();
});

/** What somebody types, and which article it must find: sentences and words of scripts that have no spaces. */
const SEARCHES = [
  ["ja", "同期されない", "連絡先が同期されない"],
  ["ja", "連絡先 重複", "連絡先が同期されない"],
  ["ja", "メールアドレス", "連絡先が同期されない"],
  ["zh", "联系人没有同步", "联系人没有同步"],
  ["zh", "重复 记录", "联系人没有同步"],
  ["zh", "电子邮件", "联系人没有同步"],
] as const;

for (const [language, words, title] of SEARCHES)
  test(`the browser’s own index finds “${words}” (${language}), without the server`, async ({ page }) => {
    await page.route("**/api/search?*", (route) => route.abort());
    await page.goto(`/${language}/learn/`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.keyboard.press("Control+k");
    await page.locator("#find-q, [role=combobox]").first().fill(words);
    const hit = page.locator("#find-hits .hit").first();
    await expect(hit.locator(".hit-t")).toHaveText(title);
    await hit.locator("[role=option]").first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/articles/syncing/contacts-not-syncing/`));
    await expect(page.locator("article")).toHaveAttribute("lang", language);
  });

test("what neither has is not found in them", async ({ page }) => {
  await page.route("**/api/search?*", (route) => route.abort());
  await page.goto("/ja/learn/");
  await page.keyboard.press("Control+k");
  await page.locator("#find-q, [role=combobox]").first().fill("暗号資産");
  await expect(page.locator("#find-hits .hit")).toHaveCount(0);
});

test("in a page that is read from the right, button and panel stand at its left, and speak its language", async ({
  page,
  pseudoHub: _built,
}) => {
  const site = await startSite({ BUILDS_DIR: BUILDS }, { from: CONTENT });
  const t = strings.widget;
  // an application that says its language alone is as much of a page from the right
  for (const asked of [`lang=${PSEUDO}&rtl`, `lang=${PSEUDO}`]) {
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.goto(`${site.host.url}/?${asked}`);
    const button = page.getByRole("button", { name: pseudo(t.host.help), exact: true });
    expect((await button.boundingBox())?.x).toBe(20);
    await button.click();
    const panel = panelOf(page);
    await expect(panel.getByRole("heading", { name: pseudo(t.title) })).toBeVisible();
    await expect(panel.locator("html")).toHaveAttribute("dir", "rtl");
    expect((await page.locator("handrail-widget dialog").boundingBox())?.x).toBeCloseTo(20, 0);
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const frame = page.frames().find((each) => each.url().includes(`/${PSEUDO}/widget/`));
  expect(frame && (await findCut(frame))).toEqual([]);
  await site.stop();
});
