/** Every list of scripts that we have, through every field that a visitor or a colleague can fill: words, wherever they are shown. */
import { test as base, type Page } from "@playwright/test";
import { startSmtp, type FakeSmtp } from "#test/fakes/smtp.ts";
import { SCRIPTS } from "#test/support/hostile.ts";
import { foreignTagsIn, linksIn } from "#test/support/mail-html.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";
import { ADMIN } from "./staff.ts";
import { expect } from "./support.ts";

type Own = { hub: ServedHub; smtp: FakeSmtp };
const test = base.extend<{ own: Own }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  own: async ({}, use) => {
    const smtp = await startSmtp();
    const limits = { SPAM_PROOF: "off", TRUSTED_PROXIES: "127.0.0.0/8,::1/128", RECEIPT_MAILS_PER_HOUR: "9999" };
    const hub = await serveHub({ ...limits, SMTP_URL: smtp.url });
    await use({ hub, smtp });
    await hub.stop();
    await smtp.stop();
  },
  baseURL: async ({ own }, use) => use(own.hub.url),
});

const ARTICLE = "syncing/contacts-not-syncing";
const KINDS = ["article", "section", "step", "search", "answer", "check", "trace", "error"];

/** As many as fit into a text of so many characters, and so on; what is longer than that is cut. */
function pack(max: number): string[] {
  const packed = [""];
  for (const script of SCRIPTS.map((each) => each.slice(0, max))) {
    const last = packed.at(-1) ?? "";
    if (last.length + script.length + 1 <= max) packed[packed.length - 1] = last ? `${last}\n${script}` : script;
    else packed.push(script);
  }
  return packed.filter(Boolean);
}

/** Each request is somebody else's: the hub counts what an address does. */
function openApi(url: string) {
  let sent = 0;
  return async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    sent++;
    const form = body instanceof FormData;
    const response = await fetch(url + path, {
      method: "POST",
      headers: {
        origin: url,
        accept: "application/json",
        "x-forwarded-for": `10.9.${sent >> 8}.${sent & 255}`,
        ...(!form && { "content-type": "application/json" }),
        ...headers,
      },
      body: form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`);
    return { response, text };
  };
}
type Api = ReturnType<typeof openApi>;

const caseForm = (json: object, names: string[] = []): FormData => {
  const form = new FormData();
  form.append("json", JSON.stringify(json));
  for (const name of names) form.append("files", new File(["a line"], name || "x"));
  return form;
};
type Made = { id: string; receiptUrl: string };
const open = async (api: Api, json: object, names?: string[]): Promise<Made> =>
  JSON.parse((await api("/api/escalations", caseForm({ email: "v@example.com", ...json }, names))).text) as Made; // the route's contract

/** Cases: one for each short script in its name, subject and files; few for all of them in messages and trails. */
async function openCases(api: Api): Promise<{ short: Made[]; full: Made[] }> {
  const short: Made[] = [];
  const full: Made[] = [];
  const ofMail = (script: string, n: number) => ({ email: `v${n}@example.com`, message: `${script} .`, name: script });
  const shorts = SCRIPTS.filter(({ length }) => length <= 110);
  for (const [n, script] of shorts.entries())
    short.push(await open(api, { ...ofMail(script, n), subject: script, articleId: ARTICLE }, [script]));
  const [titles, details] = [pack(300), pack(4000)];
  const trail = titles.map((title, n) => ({
    ...{ at: new Date().toISOString(), kind: KINDS[n % KINDS.length], ref: title, title },
    detail: details[n],
  }));
  for (const message of pack(5000)) full.push(await open(api, { message, trail: trail.slice(0, 200) }));
  return { short, full };
}

async function fillTheRest(api: Api, cookie: string, { full }: { full: Made[] }): Promise<void> {
  for (const script of SCRIPTS) {
    const words = script.slice(0, 480);
    await api("/api/ask", { question: `${words} ?`, articleId: ARTICLE });
    await api("/api/searches", { q: `${script.slice(0, 190)} x`, results: 0 });
    await api("/api/votes", { articleId: ARTICLE, answered: false, reason: "missing", comment: script.slice(0, 2000) });
  }
  const [{ id }] = full as [Made];
  for (const [n, body] of pack(5000).entries()) {
    await api(`/api/desk/cases/${id}/notes`, { body, once: `note${n}aaaaaaaaaaaaaaaa` }, { cookie });
    await api(`/api/desk/cases/${id}/replies`, { body, once: `repl${n}aaaaaaaaaaaaaaaa` }, { cookie });
  }
}

/** What a script would do: ask, break our policy, reach another site, or lead the page elsewhere. */
async function watch(page: Page, url: string): Promise<string[]> {
  const hits: string[] = [];
  page.on("dialog", (dialog) => {
    hits.push(`asked: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== url)
      hits.push(`sent to ${request.url()}`);
  });
  page.on("pageerror", (error) => hits.push(`threw ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") hits.push(`said ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      throw new Error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return hits;
}

/** Opens a list until each of these words stands there, as words. */
async function readAll(page: Page, words: string[]): Promise<void> {
  const older = page.getByRole("button", { name: /^Show (?:more|older|rarer)/ });
  const missing = async () => {
    if (await older.count()) await older.click({ timeout: 1000 }).catch(() => undefined); // or it is gone by now
    const shown = await page.evaluate(() => document.body.textContent?.replaceAll(/\s+/g, "") ?? "");
    return words.filter((each) => !shown.includes(each.replaceAll(/\s+/g, "")));
  };
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}

/** What of pages could run, lead elsewhere or send something: its kinds, over all of these addresses, parsed as a browser does. */
const shapeOf = (page: Page, addresses: string[]): Promise<string[]> =>
  page.evaluate(async (all) => {
    const kinds = new Set<string>();
    for (const [n, address] of all.entries()) {
      const sent = await fetch(address, { headers: { "x-forwarded-for": `10.8.${n >> 8}.${n & 255}` } });
      const read = new DOMParser().parseFromString(await sent.text(), "text/html");
      for (const element of read.querySelectorAll("script, iframe, object, embed, base, form, style, meta"))
        kinds.add(`${element.localName} ${element.getAttribute("src") ?? element.getAttribute("action") ?? ""}`);
      const attributes = [...read.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
      for (const { name, value } of attributes)
        if (name.startsWith("on") || /^\s*(?:javascript|data):/i.test(value)) kinds.add(name);
    }
    return [...kinds].sort();
  }, addresses);

test("scripts in every field are words at the desk, on the receipt, in mails and in tables", async ({ page, own }) => {
  test.setTimeout(240_000);
  const { hub, smtp } = own;
  const api = openApi(hub.url);
  const token = new URL(hub.deskLink).searchParams.get("token");
  const joined = await api("/api/desk/join", { token, ...ADMIN });
  const cookie = joined.response.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  const cases = await openCases(api);
  await fillTheRest(api, cookie, cases);

  const hits = await watch(page, hub.url);
  const [name = "", value = ""] = cookie.split("; ")[0]?.split("=") ?? [];
  await page.context().addCookies([{ name, value, url: hub.url }]);
  const sound = async (address: string, words: string[] = []) => {
    await page.goto(address);
    await expect(page.locator("main h1, main h2").first()).toBeVisible();
    await readAll(page, words);
    expect(hits, address).toEqual([]);
  };
  const shorts = SCRIPTS.filter(({ length }) => length <= 110);
  for (const [n, { id }] of cases.full.entries()) await sound(`/desk/?case=${id}`, [pack(5000)[n] ?? ""]);
  for (const [n, { id }] of cases.short.slice(0, 4).entries()) await sound(`/desk/?case=${id}`, [shorts[n] ?? ""]);
  await sound(
    "/desk/",
    shorts.map((script) => script.trim()),
  );
  await sound(
    "/desk/?view=answers",
    SCRIPTS.slice(-40).filter(({ length }) => length < 90),
  );
  await sound("/desk/?view=gaps");
  await expect(page.locator(".inbox li").first()).toBeVisible();
  await sound("/desk/?view=deliveries", ["Mail"]);
  await sound("/desk/?view=log", [ADMIN.name]);
  await sound("/desk/?view=reports", ["Questions"]);
  await sound(
    `/desk/?view=articles&article=${ARTICLE}`,
    SCRIPTS.slice(-5).map((script) => script.trim()),
  );
  for (const { receiptUrl } of [...cases.full.slice(0, 4), ...cases.short.slice(0, 2)]) await sound(receiptUrl);
  const plain = await shapeOf(page, ["/search/?q=crm", "/ask/?q=crm", "/contact/?q=crm"]);
  const addresses = SCRIPTS.map((script) => encodeURIComponent(script.slice(0, 190))).flatMap((q) => [
    `/search/?q=${q}`,
    `/ask/?q=${q}`,
    `/contact/?q=${q}`,
  ]);
  expect(await shapeOf(page, addresses)).toEqual(plain);

  const csv = await page.request.get(`/api/desk/reports/csv/cases`);
  expect(csv.ok()).toBe(true);
  for (const cell of readCells(await csv.text())) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBeGreaterThan(cases.short.length);
  const { origin } = new URL(hub.url);
  for (const mail of smtp.mails) {
    const html = String(mail.html);
    expect(foreignTagsIn(html)).toEqual([]);
    expect(linksIn(html).filter((link) => new URL(link).origin !== origin)).toEqual([]);
    expect([...mail.headers.keys()].filter((header) => !HEADERS.includes(header))).toEqual([]);
  }

  // and what would run is seen
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<img src="x:" onerror="alert(1)">`));
  await expect.poll(() => hits.length).toBeGreaterThan(0);
});

/** What a spreadsheet sees of each field, without the quotes around it. */
const readCells = (csv: string): string[] =>
  [...csv.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r?$)/gm)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );

const HEADERS =
  "from to reply-to subject message-id date mime-version content-type content-transfer-encoding in-reply-to references auto-submitted x-auto-response-suppress".split(
    " ",
  );
