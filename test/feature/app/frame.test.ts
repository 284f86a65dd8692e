import { describe, expect, test } from "vitest";
import { DatabaseUnavailable } from "#db/errors.ts";
import { AppError } from "#server/core/errors.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";

const CANARY = "canary-4711";
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  files: {
    "index.html": "<!doctype html><title>Home</title><script>theme()</script>",
    "articles/integrations/connect-your-crm/index.html": "<!doctype html><title>Connect</title>",
    "articles/integrations/connect-your-crm/index.html.br": "br",
    "articles/integrations/connect-your-crm/page.md": "# Connect",
    "_astro/page.abc.css": "body{}",
    "pagefind/pagefind-worker.js": "1",
    ".env": "SECRET=1",
    "feed.xml": "<feed/>",
  },
});
const { app, logged } = hub;
app.get("/api/boom", () => {
  throw new Error(CANARY);
});
app.get("/boom/", () => {
  throw new Error(CANARY);
});
app.all("/away/", () => {
  throw new DatabaseUnavailable(CANARY);
});
app.get("/api/away", () => {
  throw new DatabaseUnavailable(CANARY);
});
app.get("/api/limited", () => {
  throw new AppError("limited", "Wait.", { retryAfter: 7 });
});
const ARTICLE = "/articles/integrations/connect-your-crm/";

describe("the built hub", () => {
  test("is served with type, length, ETag and policy", async () => {
    const response = await app.request("/");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toMatch(/script-src 'self' 'sha256-[\w+/]+='/);
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("same-origin");
    expect(response.headers.has("strict-transport-security")).toBe(false);
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  test("over https browsers keep to it, on this name alone: others below it are not the hub's", async () => {
    const secure = await openTestHub({ env: { PUBLIC_URL: "https://example.com" } });
    const response = await secure.app.request("/healthz");
    expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  test("is not sent again to who has it, in each encoding by itself", async () => {
    const first = await app.request(ARTICLE, { headers: { "accept-encoding": "gzip, br" } });
    expect([first.headers.get("content-encoding"), await first.text()]).toEqual(["br", "br"]);
    expect(first.headers.get("vary")).toBe("Accept, Accept-Encoding");
    const etag = first.headers.get("etag") ?? "";
    const again = await app.request(ARTICLE, {
      headers: { "accept-encoding": "br", "if-none-match": `"x", W/${etag}` },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("etag")).toBe(etag);
    const plain = await app.request(ARTICLE, { headers: { "if-none-match": etag } });
    expect([plain.status, plain.headers.get("content-encoding")]).toEqual([200, null]);
  });

  test("files with a hash in their name stay a year; Pagefind's worker alone may run WebAssembly", async () => {
    const asset = await app.request("/_astro/page.abc.css");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const worker = await app.request("/pagefind/pagefind-worker.js");
    expect(worker.headers.get("content-security-policy")).toContain("'wasm-unsafe-eval'");
    expect(asset.headers.get("content-security-policy")).not.toContain("wasm");
  });

  test.each([
    ["text/markdown, text/html;q=0.9, */*;q=0.1", "# Connect"],
    ["text/markdown", "# Connect"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "<title>Connect"],
    ["text/html, text/markdown;q=0.5", "<title>Connect"],
    ["*/*", "<title>Connect"],
  ])("an article is Markdown for who asks for it: %s", async (accept, says) => {
    const response = await app.request(ARTICLE, { headers: { accept } });
    expect(await response.text()).toContain(says);
    expect(response.headers.get("vary")).toContain("Accept");
    expect(response.headers.get("content-type")).toMatch(says.startsWith("#") ? "text/markdown" : "text/html");
  });

  test("an article's Markdown has its own address too, and search engines keep to the page", async () => {
    const response = await app.request(`${ARTICLE}page.md`);
    expect([await response.text(), response.headers.get("x-robots-tag")]).toEqual(["# Connect", "noindex"]);
    const short = await app.request("/articles/integrations/connect-your-crm.md");
    expect([short.status, short.headers.get("location")]).toEqual([308, `${ARTICLE}page.md`]);
  });

  test("HEAD says what GET would", async () => {
    const response = await app.request(ARTICLE, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(response.headers.get("content-length")).toBe("37");
  });

  test.each([
    [ARTICLE.slice(0, -1), ARTICLE],
    [`${ARTICLE.slice(0, -1)}?ask=why`, `${ARTICLE}?ask=why`],
    [`${ARTICLE}index.html`, ARTICLE],
    ["/privacy", "/privacy/"],
    ["/receipts/rcp_0/", "/receipts/rcp_0"],
    ["/de/receipts/rcp_0/?back=%2F", "/de/receipts/rcp_0?back=%2F"],
    ["/receipts/rcp_0/book/", "/receipts/rcp_0/book"],
    ["/readyz/", "/readyz"],
    ["/mcp/", "/mcp"],
  ])("%s leads to %s", async (from, to) => {
    const response = await app.request(from);
    expect([response.status, response.headers.get("location")]).toEqual([308, to]);
  });

  test.each([
    "/.env",
    `${ARTICLE}index.html.br`,
    "//",
    "//evil.example.com/",
    "//receipts/rcp_0/",
    "/receipts/rcp_0//",
    "/..%252f..%252fetc/passwd",
    "/articles/",
    "/x/%2e%2e/.env",
  ])("%s is not there", async (path) => {
    expect((await app.request(`http://localhost:4321${path}`)).status).toBe(404);
  });

  test.each(["/a%2f..%2fb", "/%5c..%5c", "/%00", "/%", "/api/%E0%A4%A"])("%s is refused", async (path) => {
    expect((await app.request(path)).status).toBe(400);
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s on a page is not a way to read it", async (method) => {
    const response = await app.request(ARTICLE, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("a page whose database is away", () => {
  test("is no page that broke, and is loaded again from where it is", async () => {
    const response = await app.request("/away/");
    const page = await response.text();
    expect(response.status).toBe(503);
    expect(page).toContain("<h1>Not just now</h1>");
    expect(page).toContain('href="">Load it again</a>');
  });

  test("that was sent something is not: it would not be sent again", async () => {
    const page = await (await app.request("/away/", { method: "POST" })).text();
    expect(page).not.toContain("Load it again");
  });
});

test("the privacy page lists its sections beside the text", async () => {
  const page = await (await app.request("/privacy/")).text();
  const titles = [...page.matchAll(/<h2 id="([a-z-]+)">/g)].map(([, id = ""]) => id).filter((id) => id !== "toc");
  expect(titles.length).toBeGreaterThan(4);
  for (const id of titles) expect(page).toMatch(new RegExp(`<li><a href="#${id}">[^<]+</a></li>`));
});

describe("an address that leads nowhere", () => {
  test("is searched for, and answered with what it may have meant", async () => {
    const response = await app.request("/hc/en/articles/4711-connect-crm.html");
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain(`href="${ARTICLE}"`);
    expect(page).toContain('data-page="not-found"');
  });

  test.each([
    ["/articles/integrations/", "integrations"],
    ["/articles/syncing", "syncing"],
    ["/topics/Qualifing/", "qualifying"],
  ])("%s is taken for the topic that it ends with", async (address, topic) => {
    const response = await app.request(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(
      new RegExp(`<ul class="results">\\s*<li class="hit">\\s*<a class="hit-a" href="/topics/${topic}/"`),
    );
  });

  test("offers every topic beside, whatever it may have meant", async () => {
    const page = await (await app.request("/zzz/")).text();
    expect(page).not.toContain('class="results"');
    for (const topic of ["integrations", "syncing", "qualifying"])
      expect(page.slice(page.indexOf("<aside"))).toContain(`href="/topics/${topic}/"`);
  });

  test("is searched for without the language that it begins with", async () => {
    const page = await (await app.request("/de/articles/connect-crmm/")).text();
    expect(page).toContain('value="connect crmm"');
  });

  test("is searched for as often as anything else, and answered without suggestions above that", async () => {
    const still = await openTestHub({ knowledge: sampleKnowledge, clock: { now: () => new Date(0) } });
    const lost = async () => {
      const response = await still.app.request("/hc/en/articles/4711-connect-crm.html");
      return { status: response.status, page: await response.text() };
    };
    expect((await lost()).page).toContain(`href="${ARTICLE}"`);
    for (let nth = 0; nth < 1200; nth++) await lost();
    const { status, page } = await lost();
    expect(status).toBe(404);
    expect(page).toContain('data-page="not-found"');
    expect(page).not.toContain(`href="${ARTICLE}"`);
  });

  test("is text on its page, whatever it says", async () => {
    const page = await (await app.request("/%3Cscript%3Ealert(1)%3C/script%3E%22onload=x")).text();
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain('"onload');
  });

  test("in the API is a problem", async () => {
    const response = await app.request("/api/nothing");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem).toMatchObject({ type: "about:blank", status: 404, code: "not_found" });
    expect(problem.instance).toBe(response.headers.get("x-request-id"));
  });

  test("in the API with the wrong method names the right ones", async () => {
    const response = await app.request("/api/desk/join");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("a failure", () => {
  test("inside is a problem with an id that the log has too, and says nothing of the inside", async () => {
    const response = await app.request("/api/boom");
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain(CANARY);
    const line = logged.find((one) => one.includes(JSON.parse(text).instance));
    expect(line).toContain(CANARY);
  });

  test("on a page is a page", async () => {
    const response = await app.request("/boom/");
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toContain('data-page="error"');
    expect(page).toContain(response.headers.get("x-request-id"));
    expect(page).not.toContain(CANARY);
  });

  test("of the database is 503, and when to try again", async () => {
    const response = await app.request("/api/away");
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await response.text()).not.toContain(CANARY);
  });

  test("of patience says how long to wait", async () => {
    expect((await app.request("/api/limited")).headers.get("retry-after")).toBe("7");
  });
});

describe("a change with cookies", () => {
  const join = (headers: Record<string, string>) =>
    app.request("/api/desk/join", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json", ...headers },
    });

  test.each([
    [{ origin: "https://evil.example.com" }],
    [{ origin: "null" }],
    [{ origin: "http://localhost:4321.evil.example.com", cookie: "a=b" }],
    [{ cookie: "a=b" }],
  ])("is refused with %o", async (headers) => {
    expect((await join(headers as Record<string, string>)).status).toBe(403);
  });

  test.each([
    [{ origin: "http://localhost:4321", cookie: "a=b" }],
    [{ origin: "http://192.168.1.5:4321", host: "192.168.1.5:4321", cookie: "a=b" }],
    [{}],
  ])("goes on with %o", async (headers) => {
    expect((await join(headers as Record<string, string>)).status).toBe(400);
  });
});

test("a process that is about to stop is not ready, and lives", async () => {
  expect(await (await app.request("/readyz")).json()).toEqual({ ready: true, reasons: [] });
  hub.shutdown.abort();
  const stopping = await app.request("/readyz");
  expect([stopping.status, await stopping.json()]).toEqual([503, { ready: false, reasons: ["stopping"] }]);
  expect((await app.request("/healthz")).status).toBe(200);
});

test("the privacy page says what these settings mean", async () => {
  const page = await (await app.request("/privacy/")).text();
  expect(page).toContain("Your question does not leave this");
  expect(page).toContain("90 days");
});

test("OpenAPI 3.1 is made of the schemas", async () => {
  const document = await (await app.request("/api/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  const operation = document.paths["/desk/join"].post;
  expect(operation.requestBody.content["application/json"].schema.required).toEqual([
    "token",
    "name",
    "email",
    "password",
  ]);
  expect(Object.keys(operation.responses)).toEqual(["201", "default"]);
});
