import { expect, test } from "vitest";
import type { ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { signInCustomer } from "#test/support/customer.ts";
import { createFakeConnector } from "#test/support/fake-connector.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub({
  connectors: { hubspot: createFakeConnector().connector },
  env: { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret" },
});
const send = (cookie: string, method: string, path: string, body?: unknown) =>
  Promise.resolve(hub.app.request(path, withJson(method, body, { cookie, origin: hub.deps.config.publicUrl })));

test("who came from the product connects in their own session, and nobody else ends it for them", async () => {
  const ada = await signInCustomer(hub);
  const colleague = await signInCustomer(hub, { sub: "user-2", email: "bo@example.com" });
  const stranger = await signInCustomer(hub, { workspace: "other", sub: "user-3", email: "cy@example.com" });
  const { id } = (await (
    await send(ada, "POST", "/api/connections", { integration: "hubspot" })
  ).json()) as ConnectionView;
  expect((await send(colleague, "GET", `/api/connections/${id}`)).status).toBe(200);
  expect((await send(stranger, "GET", `/api/connections/${id}`)).status).toBe(404);

  const askToConnect = async () => {
    const { url } = (await (await send(ada, "POST", `/api/connections/${id}/connect`, {})).json()) as { url: string };
    return `/connect/callback/hubspot?code=c&state=${new URL(url).searchParams.get("state")}`;
  };
  const end = async (cookie: string, path: string) => (await send(cookie, "GET", path)).headers.get("location");
  expect(await end(colleague, await askToConnect())).toBe("/setup/hubspot/?problem=foreign");
  expect(await end(stranger, await askToConnect())).toBe("/setup/hubspot/?problem=foreign");
  expect(await end(ada, await askToConnect())).toBe("/setup/hubspot/?connected=1");
});
