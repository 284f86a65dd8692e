import { expect, test } from "vitest";
import { Hub } from "#content/schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const HOST = "https://app.example.com";
const files = {
  "index.html": "<!doctype html><title>Home</title>",
  "widget/index.html": "<!doctype html><title>Help</title><script>theme()</script>",
  "widget.js": "(function(){})()",
  "articles/a/b/index.html": "<!doctype html><title>Article</title>",
};
const { app } = await openTestHub({ files, hub: { widget: { origins: [HOST, "http://localhost:5173"] } } });
const closed = await openTestHub({ files });
const policyOf = async (path: string, { request } = app) =>
  (await request(path)).headers.get("content-security-policy");

test("the pages of the origins in hub.yaml may show the widget's page, and no page else of the hub", async () => {
  expect(await policyOf("/widget/")).toContain(`frame-ancestors ${HOST} http://localhost:5173;`);
  for (const path of ["/", "/articles/a/b/", "/contact/", "/sign-in/", "/privacy/", "/api/me", "/nothing-here"])
    expect(await policyOf(path)).toContain("frame-ancestors 'none'");
});

test("the rest of its policy is that of every page", async () => {
  const [own, others] = [await policyOf("/widget/"), await policyOf("/", app)];
  const withoutHashes = (policy: string | null) => policy?.replaceAll(/ 'sha256-[^']*'| ?frame-ancestors [^;]*;/g, "");
  expect(withoutHashes(own)).toBe(withoutHashes(others));
});

test("without origins nobody may show it", async () => {
  expect(await policyOf("/widget/", closed.app)).toContain("frame-ancestors 'none'");
});

test("the script is for every origin, and for minutes", async () => {
  const { headers } = await app.request("/widget.js");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("cache-control")).toBe("public, max-age=300, stale-while-revalidate=86400");
  expect(headers.get("content-type")).toMatch(/^text\/javascript/);
  for (const path of ["/", "/widget/", "/api/me"])
    expect((await app.request(path, { headers: { origin: HOST } })).headers.has("access-control-allow-origin")).toBe(
      false,
    );
});

test("a vote in the frame marks the reader for the host's site alone, where cookies of other sites stay out", async () => {
  const ORIGIN = "https://help.example.com";
  const articleId = "integrations/connect-your-crm";
  const vote = async (hub: { app: typeof app }, headers: Record<string, string> = {}) => {
    const response = await hub.app.request("/api/votes", withJson("POST", { articleId, answered: true }, headers));
    expect(response.status).toBe(201);
    return response.headers.get("set-cookie") ?? "";
  };
  const safe = await openTestHub({ files, knowledge: sampleKnowledge, env: { PUBLIC_URL: ORIGIN } });
  const framed = { "x-handrail-frame": "1", origin: ORIGIN };
  expect(await vote(safe, framed)).toMatch(/HttpOnly; Secure; SameSite=None; Partitioned/);
  expect(await vote(safe, { origin: ORIGIN })).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
});

test("what is no origin is refused before the hub starts", () => {
  const { origins } = Hub.shape.widget.unwrap().shape;
  for (const wrong of [
    "*",
    "https://*.example.com",
    "app.example.com",
    `${HOST}/`,
    `${HOST}/a`,
    "https:",
    "file://",
    `${HOST}; script-src *`,
  ])
    expect(origins.safeParse([wrong]).success, wrong).toBe(false);
  expect(origins.safeParse([HOST, "http://127.0.0.1:3000"]).success).toBe(true);
});
