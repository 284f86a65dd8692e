import { describe, expect, test } from "vitest";
import { openTestHub } from "#test/support/hub.ts";

const { app } = await openTestHub({
  files: { "articles/crm/connect/index.html": "<!doctype html><title>Connect</title>" },
  redirects: {
    "/old/connect/": "/articles/crm/connect/",
    "/docs/page.html": "/articles/crm/connect/?tab=1#step",
    "/élan": "/articles/crm/connect/#é",
    "/away/": "https://example.com/elsewhere?from=hub",
    "/articles/crm/connect/": "/somewhere-else/",
    "/api/old": "/articles/crm/connect/",
  },
});
const get = async (path: string, method = "GET") => {
  const response = await app.request(path, { method });
  return [response.status, response.headers.get("location")];
};

describe("an old address", () => {
  test("leads to the new one, with and without a slash at its end", async () => {
    expect(await get("/old/connect/")).toEqual([301, "/articles/crm/connect/"]);
    expect(await get("/old/connect")).toEqual([301, "/articles/crm/connect/"]);
    expect(await get("/old/connect/", "HEAD")).toEqual([301, "/articles/crm/connect/"]);
    expect(await get("/docs/page.html/")).toEqual([301, "/articles/crm/connect/?tab=1#step"]);
  });

  test("keeps what was asked with it", async () => {
    expect(await get("/old/connect?q=a%20b&x")).toEqual([301, "/articles/crm/connect/?q=a%20b&x"]);
    expect(await get("/docs/page.html?q=1")).toEqual([301, "/articles/crm/connect/?tab=1&q=1#step"]);
    expect(await get("/away?q=1")).toEqual([301, "https://example.com/elsewhere?from=hub&q=1"]);
  });

  test("is found however it is encoded, and said in ASCII", async () => {
    expect(await get("/%C3%A9lan/")).toEqual([301, "/articles/crm/connect/#%C3%A9"]);
  });

  test("is kept by browsers for an hour, not for good", async () => {
    expect((await app.request("/old/connect/")).headers.get("cache-control")).toBe("public, max-age=3600");
  });

  test("that a page has is that page's, and the API is not moved", async () => {
    expect(await get("/articles/crm/connect/")).toEqual([200, null]);
    expect(await get("/articles/crm/connect")).toEqual([308, "/articles/crm/connect/"]);
    expect((await get("/api/old"))[0]).toBe(404);
  });

  test("is only for reading, and only itself", async () => {
    expect((await get("/old/connect/", "POST"))[0]).not.toBe(301);
    expect((await get("/old/connect/more/"))[0]).toBe(404);
    expect((await get("/old/"))[0]).toBe(404);
  });
});
