import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import { describe as group, expect, test } from "vitest";
import { z } from "zod";
import { toAppError } from "#server/core/problem.ts";
import { describe, formBody, jsonBody, pathParams, queryParams } from "#server/core/validate.ts";

const Person = z.object({ name: z.string().max(100_000), tags: z.array(z.object({ id: z.int() })).default([]) });

const app = new Hono()
  .post("/json", describe("Send a person", { 201: Person, 204: "Nothing" }), jsonBody(Person), (c) =>
    c.json(c.req.valid("json"), 201),
  )
  .post("/large", jsonBody(Person, { limit: 128 * 1024 }), (c) => c.json(c.req.valid("json").name.length))
  .post("/form", formBody(z.object({ name: z.string() })), (c) => c.json(c.req.valid("form")))
  .get("/query", queryParams(z.object({ limit: z.coerce.number().max(20).default(8) })), (c) =>
    c.json(c.req.valid("query")),
  )
  .get("/:id/path", pathParams(z.object({ id: z.string().regex(/^\d+$/, "use digits") })), (c) =>
    c.json(c.req.valid("param")),
  )
  .onError((error, c) => {
    const { status, code, fields } = toAppError(error);
    return c.json({ code, fields }, status);
  });

const send = async (
  path: string,
  body: BodyInit,
  type: string | null = "application/json",
  more: Record<string, string> = {},
) => {
  const headers = { ...(type && { "content-type": type }), ...more };
  const response = await app.request(path, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return { status: response.status, body: await response.json() };
};

group("a JSON body", () => {
  test("that fits is read, with its defaults", async () => {
    expect(await send("/json", '{"name":"Ann","more":1}')).toEqual({ status: 201, body: { name: "Ann", tags: [] } });
    expect((await send("/json", '{"name":"Ann"}', "application/json; charset=utf-8")).status).toBe(201);
  });

  test("of the wrong shape names each field", async () => {
    const { status, body } = await send("/json", '{"tags":[{"id":1},{"id":"x"}]}');
    expect(status).toBe(400);
    expect(body.fields.map(({ path }: { path: string }) => path)).toEqual(["name", "tags.1.id"]);
  });

  test.each(["", "{", "null", "[]", '"x"', "{'name':1}", "\ufeff{}"])("%j is refused", async (text) => {
    expect((await send("/json", text)).status).toBe(400);
  });

  test.each([null, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"])(
    "sent as %s is refused",
    async (type) => {
      expect((await send("/json", new TextEncoder().encode('{"name":"Ann"}'), type)).status).toBe(415);
    },
  );

  test("that is compressed is refused", async () => {
    expect((await send("/json", "{}", "application/json", { "content-encoding": "gzip" })).status).toBe(415);
  });

  test("with NUL in it is refused, wherever it stands", async () => {
    expect((await send("/json", '{"name":"a\\u0000b"}')).status).toBe(400);
  });

  test("that is nested without end is no fault of ours", async () => {
    const nested = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
    expect((await send("/json", `{"name":"Ann","more":${nested}}`)).status).toBeLessThan(500);
    expect((await send("/json", `{"name":"Ann","more":${nested.replace("[]", '["a\\u0000b"]')}}`)).status).toBe(400);
  });

  test("above 64 KB is refused, by its length and by its bytes", async () => {
    const text = JSON.stringify({ name: "é".repeat(33_000) });
    expect((await send("/json", text)).status).toBe(413);
    expect((await send("/json", "{}", "application/json", { "content-length": "70000" })).status).toBe(413);
    expect((await send("/large", text)).body).toBe(33_000);
  });

  test("that never ends is not read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array((sent += 1024) && 1024)),
    });
    expect((await send("/json", endless)).status).toBe(413);
    expect(sent).toBeLessThan(70 * 1024);
  });

  test("that breaks off is no fault of ours", async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("aborted")) });
    expect((await send("/json", broken)).status).toBe(400);
  });
});

test("a form is read as one, and nothing else is", async () => {
  const type = "application/x-www-form-urlencoded";
  expect((await send("/form", "name=Ann+B", type)).body).toEqual({ name: "Ann B" });
  expect((await send("/form", "name=a&name=b", type)).status).toBe(400);
  expect((await send("/form", '{"name":"Ann"}')).status).toBe(415);
});

test("queries and paths are checked too", async () => {
  expect(await (await app.request("/query?limit=5")).json()).toEqual({ limit: 5 });
  expect((await app.request("/query?limit=50")).status).toBe(400);
  expect((await app.request("/query?limit=1&limit=2")).status).toBe(400);
  expect((await (await app.request("/abc/path")).json()).fields).toEqual([{ path: "id", message: "use digits" }]);
});

test("OpenAPI knows the body, the answers and the problem", async () => {
  const { paths } = await generateSpecs(app);
  const operation = paths["/json"]?.post;
  expect(operation?.requestBody).toMatchObject({ content: { "application/json": { schema: { required: ["name"] } } } });
  expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(["201", "204", "default"]));
});
