import { expect, test } from "vitest";
import { openTestHub } from "#test/support/hub.ts";
import { isServers } from "../../../scripts/server-paths.mjs";

/** Pages of the build that the server fills in: while pages are developed, they are Astro's. */
const BUILT = new Set(["/contact/", "/status/", "/widget/", "/widget.js"]);

const hub = await openTestHub({ env: { METRICS_TOKEN: "a token of the tests" } });
const paths = hub.app.routes
  .filter(({ method, path }) => method === "GET" && !path.includes("*") && !BUILT.has(path))
  .map(({ path }) => path.replaceAll(/:\w+/g, "x"));

test("every page that the server alone writes is asked of it while pages are developed, in other languages too", () => {
  const pages = paths.filter((path) => !path.startsWith("/api/"));
  expect(pages).toContain("/desk/reset/");
  const missing = (prefix: string, all: string[]) =>
    all.filter((path) => !isServers({ method: "GET", url: `${prefix}${path}?q=x` }));
  expect(missing("", paths)).toEqual([]);
  expect(missing("/pt-BR", pages)).toEqual([]);
});

test("pages of the build and what Vite serves are not, but what is sent to them is", () => {
  for (const url of [...BUILT, "/", "/de/", "/desk/", "/articles/crm/asking/", "/de/topics/search/", "/@vite/client"]) {
    expect(isServers({ method: "GET", url }), url).toBe(false);
    expect(isServers({ method: "POST", url }), url).toBe(true);
  }
});
