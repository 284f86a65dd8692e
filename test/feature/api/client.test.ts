import type { AddressInfo } from "node:net";
import { createClient, type HandrailClient, type HookEvent } from "handrail/client";
import { afterAll, expect, expectTypeOf, test } from "vitest";
import { makeApiKey } from "#server/auth/api-keys.ts";
import { drain, listen } from "#server/core/listen.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";

const { app, deps } = await openTestHub({ knowledge: sampleKnowledge });
const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
afterAll(() => drain(server, 1000));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const by = { id: "usr_1", name: "Ada" };
const { key } = await makeApiKey(deps, by, {
  name: "Our product",
  scopes: ["articles:read", "cases:read", "cases:write"],
});
const hub = createClient({ url, key });

test("the client of this repository calls a running hub, with what it knows of each answer", async () => {
  const found = await hub.GET("/v1/search", { params: { query: { q: "connect crm" } } });
  expect(found.data?.hits[0]?.articleId).toBe("integrations/connect-your-crm");

  const body = { email: "ada@example.com", message: "My referrals do not arrive." };
  const opened = await hub.POST("/v1/cases", { body, headers: { "idempotency-key": "order-0001" } });
  const { id = "" } = opened.data ?? {};
  const answered = await hub.POST("/v1/cases/{id}/replies", {
    params: { path: { id } },
    body: { body: "It is mended.", solve: true },
  });
  expect(answered.data).toMatchObject({ state: "solved", messages: [{ author: "Our product" }] });
  const { data } = await hub.GET("/v1/cases", { params: { query: { state: "solved" } } });
  expect(data?.cases.map((one) => one.id)).toEqual([id]);
});

test("a refusal is an error with what to do about it", async () => {
  const { error, data, response } = await hub.GET("/v1/reports", {});
  expect([data, response.status, error?.code]).toEqual([undefined, 403, "forbidden"]);
  const none = await createClient({ url }).GET("/v1/cases", {});
  expect(none.error?.detail).toContain("Authorization: Bearer");
});

test("readers' routes need no key", async () => {
  const { data } = await createClient({ url }).GET("/search", { params: { query: { q: "crm" } } });
  expect(data?.query).toBe("crm");
});

test("its types know what is sent and read, and what is not", () => {
  type Cases = NonNullable<Awaited<ReturnType<HandrailClient["GET"]>>["data"]>;
  expectTypeOf<Cases>().not.toBeAny();
  const opened = {} as Extract<HookEvent, { type: "case.opened" }>;
  expectTypeOf(opened.version).toEqualTypeOf<"1">();
  expectTypeOf<(typeof opened)["data"]["email"]>().toEqualTypeOf<string>();
  expectTypeOf<Extract<HookEvent, { type: "vote.cast" }>["data"]["reason"]>().toEqualTypeOf<string | null>();
  const wrong = () => {
    // @ts-expect-error there is no such address
    void hub.GET("/v1/nothing", {});
    // @ts-expect-error a case has a message
    void hub.POST("/v1/cases", { body: { email: "ada@example.com" } });
    // @ts-expect-error there is no such state
    void hub.GET("/v1/cases", { params: { query: { state: "lost" } } });
  };
  expect(wrong).toBeTypeOf("function");
});
