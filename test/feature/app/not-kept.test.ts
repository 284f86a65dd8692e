import { expect, test } from "vitest";
import { signInCustomer } from "#test/support/customer.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";

const hub = await openTestHub();
const { app } = hub;
const cookie = [await signInAdmin(hub), await signInCustomer(hub)].join("; ");
const read = new Set(
  app.routes.filter(({ method, path }) => method === "GET" && path.startsWith("/api/")).map(({ path }) => path),
);

/** Cases, people and connections stand in them: a proxy that keeps what says nothing would give them to the next reader. */
test.each([...read].filter((path) => !path.startsWith("/api/docs")))("no cache keeps what %s answers", async (path) => {
  const response = await app.request(path.replaceAll(/:\w+/g, "nothing"), { headers: { cookie } });
  await response.body?.cancel(); // a stream would go on
  expect(response.headers.get("cache-control")).toContain("no-store");
});
