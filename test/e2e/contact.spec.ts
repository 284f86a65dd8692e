import type { Locator, Page } from "@playwright/test";
import { serveHub } from "#test/support/served-hub.ts";
import { newAddress } from "./send-case.ts";
import { expect, expectAccessible, test } from "./support.ts";

const ARTICLE = "/articles/integrations/connect-your-crm/";
const MESSAGE = "New referrers stopped reaching the CRM this week.";
const message = (page: Page) => page.getByLabel("What is not working?");
const email = (page: Page) => page.getByLabel("Your e-mail address");
const send = (page: Page) => page.getByRole("button", { name: /^Send/ });

/** A reader who has read an article, and come to the form from there. */
async function comeFromArticle(page: Page): Promise<void> {
  await page.goto(ARTICLE);
  await page.getByRole("link", { name: "Send it to support" }).click();
  await expect(page.getByRole("heading", { name: "What goes along" })).toBeVisible();
}

test("a reader asks for a person, chooses what goes along, and gets a receipt to answer on", async ({
  soundPage: page,
}) => {
  await comeFromArticle(page);
  await expect(send(page)).toHaveText("Send, with 3 items");
  await page.getByRole("switch", { name: "Browser and time zone" }).uncheck();
  await expect(send(page)).toHaveText("Send, with 2 items");
  await message(page).fill(MESSAGE);
  await email(page).fill(newAddress());
  await expectAccessible(page);
  const sent = page.waitForRequest("**/api/escalations");
  await send(page).click();
  const body = (await sent).postDataJSON();
  expect(body).toMatchObject({ message: MESSAGE, articleId: "integrations/connect-your-crm", url: ARTICLE });
  expect(body.trail.map(({ kind }: { kind: string }) => kind)).toEqual(["article", "section"]);
  await page.waitForURL("**/receipts/**");
  await expect(page.getByText(MESSAGE)).toBeVisible();
  await expectAccessible(page);
  await page.goto("/contact/");
  await expect(message(page)).toHaveValue("");
});

test("who books a time from an article's end need not say which article", async ({ page }) => {
  await page.goto("/articles/syncing/contacts-not-syncing/");
  const href = await page.getByRole("link", { name: "Book a time" }).getAttribute("href");
  expect(new URL(href ?? "").searchParams.get("notes")).toContain("/articles/syncing/contacts-not-syncing/");
});

test("what is missing is said at its field, and the first one is where the reader is taken", async ({
  soundPage: page,
}) => {
  await page.goto("/contact/");
  // before its script has come, the browser itself says what is missing
  await expect(send(page)).toHaveText(/^Send, with/);
  await email(page).fill("reader@");
  await send(page).click();
  await expect(message(page)).toBeFocused();
  await expect(message(page)).toHaveAccessibleDescription(/Write a sentence/);
  await expect(email(page)).toHaveAccessibleDescription(/Write the whole address/);
  // right after its own field, also where the fields stand in one column
  await expect(page.locator("label:has([name=email]) + .err")).toContainText("Write the whole address");
  await expectAccessible(page);
  await message(page).fill(MESSAGE);
  await expect(message(page)).not.toHaveAttribute("aria-invalid");
});

test("a draft survives a reload and a lost connection, and sending again sends once", async ({ page, context }) => {
  await comeFromArticle(page);
  await message(page).fill(MESSAGE);
  await email(page).fill(newAddress());
  await page.reload();
  await expect(message(page)).toHaveValue(MESSAGE);
  const keys: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/escalations")) keys.push(request.headers()["idempotency-key"]);
  });
  // The case is made, but its answer is lost on the way.
  await page.route("**/api/escalations", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await send(page).click();
  await expect(page.getByText("Not sent.")).toBeVisible();
  // its mark is there, though nothing of the hub may be
  await expect(page.locator("[data-says] .mark path")).not.toHaveCount(0);
  await page.unroute("**/api/escalations");
  await page.getByRole("button", { name: "Try now" }).click();
  await page.waitForURL("**/receipts/**");
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await context.close();
});

test("the form grows with its message, and shows a step's subject whole", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/contact/?article=integrations/set-up-hubspot&step=fill-in-the-referrers-tab");
  const cut = (field: Locator) =>
    field.evaluate(
      (element) => element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth,
    );
  await message(page).fill(Array(9).fill(MESSAGE).join("\n"));
  await expect.poll(() => cut(message(page))).toBe(false);
  await expect(page.getByLabel("Subject")).toHaveValue(/Fill in the Referrers tab$/);
  expect(await cut(page.getByLabel("Subject"))).toBe(false);
  // who has not been there, and has no trail, is told the same
  await expect(page.getByText("Set up HubSpot from start to finish, Step 3 did not work")).toBeVisible();
});

test("without script the form promises nothing that it does not do", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/contact/");
  await expect(page.getByText("One sentence from you is enough.", { exact: true })).toBeVisible();
  await expect(page.getByText("You see what else goes along")).toBeHidden();
  await page.close();
});

test("a message that the articles answer is answered before it is sent, and not in the way", async ({
  soundPage: page,
}) => {
  await page.goto("/contact/");
  await message(page).fill("Salesforce says cannot reference converted lead, what can I do?");
  await expect(page.getByRole("heading", { name: "Perhaps this is already it" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "No, that is not it" }).click();
  await expect(page.getByRole("heading", { name: "Perhaps this is already it" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "What goes along" })).toBeFocused();
  await expect(send(page)).toBeEnabled();
});

test("a hub that asks for a proof of work gets one", async ({ page }) => {
  const hub = await serveHub({ SPAM_PROOF: "adaptive" });
  const statuses: number[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/api/escalations")) statuses.push(response.status());
  });
  try {
    for (let sent = 0; sent < 5; sent++) {
      await page.goto(`${hub.url}/contact/`);
      await expect(send(page)).toHaveText(/^Send, with/); // before, the browser itself sends
      await message(page).fill(`${MESSAGE} (${sent})`);
      await email(page).fill(newAddress());
      await send(page).click();
      await page.waitForURL("**/receipts/**");
    }
    expect(statuses).toEqual([201, 201, 201, 201, 429, 201]);
  } finally {
    await hub.stop();
  }
});

/** Scripts come once what this gives is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letScriptsCome = (): void => undefined;
  const held = new Promise<void>((resolve) => (letScriptsCome = resolve));
  await page.route("**/_astro/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return letScriptsCome;
}

test("what is typed before the form's script has come is kept, and sent", async ({ page }) => {
  const letScriptsCome = await holdScripts(page);
  await page.goto("/contact/", { waitUntil: "commit" });
  await message(page).fill(MESSAGE);
  await email(page).fill(newAddress());
  letScriptsCome();
  await expect(page.getByRole("button", { name: "Send, with" })).toBeEnabled();
  await page.reload();
  await expect(message(page)).toHaveValue(MESSAGE);
  await send(page).click();
  await page.waitForURL("**/receipts/**");
});

test("what is typed and left before the form's script has come is a draft, and what is sent so is none", async ({
  page,
}) => {
  const letScriptsCome = await holdScripts(page);
  const known = "/contact/?article=integrations/connect-your-crm&question=How%20long%3F";
  await page.goto(known, { waitUntil: "commit" });
  await email(page).fill(newAddress());
  await page.getByLabel("Your name").fill("Ada");
  await page.goto("/status/", { waitUntil: "commit" });
  const left = await page.evaluate(() => JSON.parse(localStorage["handrail.contact"] ?? "null"));
  expect(left).toEqual({ email: expect.stringContaining("@"), name: "Ada" });
  await page.goto("/contact/", { waitUntil: "commit" });
  await message(page).fill(MESSAGE);
  await email(page).fill(newAddress());
  await page.evaluate(() => localStorage.clear());
  await send(page).click();
  await page.waitForURL("**/receipts/**", { waitUntil: "commit" });
  letScriptsCome();
  await page.goto("/contact/");
  await expect(send(page)).toHaveText(/^Send, with/);
  await expect(message(page)).toHaveValue("");
});

test("who goes back from the receipt finds an empty form: what was sent is no draft", async ({ soundPage: page }) => {
  await page.goto(`/contact/?question=${encodeURIComponent(MESSAGE)}`);
  await expect(send(page)).toHaveText(/^Send, with/); // before, the browser itself sends, and keeps what it sent
  await email(page).fill(newAddress());
  await send(page).click();
  await page.waitForURL("**/receipts/**");
  await page.goBack();
  await expect(send(page)).toHaveText(/^Send, with/);
  await expect(message(page)).toHaveValue("");
  await expect(email(page)).toHaveValue("");
});

test("a form that comes back out of the browser's cache after it was sent is ready for another", async ({ page }) => {
  await page.goto(`/contact/?question=${encodeURIComponent(MESSAGE)}`);
  await email(page).fill(newAddress());
  const files = page.locator("input[type=file]");
  await files.setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("a list") });
  await expect(page.getByText("list.txt", { exact: true })).toBeVisible();
  await page.route("**/receipts/**", (route) => route.fulfill({ status: 204 })); // the page stays
  const sent = page.waitForRequest("**/receipts/**");
  await send(page).click();
  await sent;
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(page.getByRole("button", { name: "Send, with" })).toBeEnabled();
  await expect(message(page)).toHaveValue("");
  await expect(page.getByText("list.txt", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "Browser and time zone" })).toBeChecked();
  await expect(page.getByText("Your draft stays here")).toHaveCount(0);
});

test("what waits for a connection goes as it was sent, whatever the form is opened with next", async ({
  page,
  context,
}) => {
  const other = "Is there a list of all fields?";
  const known = new URLSearchParams({ article: "integrations/connect-your-crm", question: MESSAGE });
  await page.goto(`/contact/?${known}`);
  await email(page).fill(newAddress());
  await expect(send(page)).toHaveText(/^Send, with/);
  await context.setOffline(true);
  await send(page).click();
  await expect(page.getByText("You are offline.")).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  const sent = next.waitForRequest("**/api/escalations");
  await next.goto(`/contact/?${new URLSearchParams({ article: "syncing/contacts-not-syncing", question: other })}`);
  expect((await sent).postDataJSON()).toMatchObject({ message: MESSAGE, subject: MESSAGE, url: ARTICLE });
  await next.waitForURL("**/receipts/**");
  await next.goBack();
  await expect(send(next)).toHaveText(/^Send, with/);
  await expect(message(next)).toHaveValue(other);
});
