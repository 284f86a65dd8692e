import { expect, test } from "vitest";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const files = {
  "status/index.html": "<!doctype html><title>Status</title>",
  "brand/logo.0123456789ab.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = 1</script></svg>',
};
const operator = {
  name: "Acme <Ltd>",
  address: ["1 Example Street", "12345 Exampletown"],
  email: "privacy@example.com",
};
const { app } = await openTestHub({ files, hub: { integrations: [], operator } });
const usual = await openTestHub({ files });
const textOf = async (path: string, { request } = app) => (await request(path)).text();
const toolsOf = async ({ request }: typeof app) => {
  const response = await request(
    "/mcp",
    withJson(
      "POST",
      { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} },
      { accept: "application/json, text/event-stream", host: "localhost" },
    ),
  );
  return response.text();
};

test("the privacy page says who is responsible, as text, in the reader's language; without an operator it says nothing of it", async () => {
  const page = (await textOf("/privacy/")).replaceAll(/\s+/g, " ");
  expect(page).toContain('<h2 id="responsible">Who is responsible</h2>');
  expect(page).toContain("<strong>Acme &lt;Ltd&gt;</strong><br />1 Example Street<br />12345 Exampletown");
  expect(page).toContain('<a href="mailto:privacy@example.com">privacy@example.com</a>');
  expect(await textOf("/de/privacy/")).toContain("Wer verantwortlich ist");
  expect(await textOf("/privacy/", usual.app)).not.toContain("responsible");
});

test("a hub that connects nothing has no status, for readers or for assistants", async () => {
  expect((await app.request("/de/status/")).status).toBe(404);
  expect(await toolsOf(app)).not.toContain("integration_status");
  expect((await usual.app.request("/status/")).status).toBe(200);
  expect(await toolsOf(usual.app)).toContain("integration_status");
});

test("an operator's SVG is an image: opened by itself it runs and loads nothing, and a browser keeps it", async () => {
  const { headers } = await app.request("/brand/logo.0123456789ab.svg");
  expect(headers.get("content-type")).toBe("image/svg+xml");
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*sandbox$/);
  expect(headers.get("content-security-policy")).not.toContain("script-src");
  expect(headers.get("cache-control")).toContain("immutable");
});
