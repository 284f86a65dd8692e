import { workspaces } from "#db/schema/workspaces.ts";
import type { ReadCustomer } from "#server/auth/customer.ts";
import type { ConnectionSettings, ConnectionView } from "#server/features/integrations/integrations.schema.ts";
import { createFakeConnector, tenantDefinition } from "./fake-connector.ts";
import { openTestHub } from "./hub.ts";
import { withJson } from "./request.ts";

/** `customer=<workspace>.<session>`: a session of somebody at `<workspace>@example.com`. */
const readCustomer: ReadCustomer = async (headers) => {
  const [, workspaceId, sessionId] = /customer=(\w+)\.(\w+)/.exec(headers.get("cookie") ?? "") ?? [];
  if (!workspaceId || !sessionId) return null;
  const email = `${workspaceId}@example.com`;
  return { id: `cus_${workspaceId}`, email, name: "Ada", workspaceId, workspaceName: "Acme", sessionId };
};

type Options = Omit<Parameters<typeof openTestHub>[0] & object, "connectors" | "readCustomer">;

/** A hub with two CRMs in memory, one of each way in, and the workspaces `acme` and `other`. Call it at the file's top. */
export async function openConnectionsHub(options: Options = {}) {
  const [hubspot, servicetitan] = [createFakeConnector(), createFakeConnector(tenantDefinition)];
  const connectors = { hubspot: hubspot.connector, servicetitan: servicetitan.connector };
  const apps = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret-of-the-app", SERVICETITAN_APP_KEY: "app-key" };
  const mail = { SMTP_URL: "smtp://127.0.0.1:1" };
  const webhook = {
    WEBHOOK_URL: "http://127.0.0.1:1/hook",
    WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString("base64")}`,
  };
  const test = await openTestHub({
    ...options,
    connectors,
    readCustomer,
    env: { ...apps, ...mail, ...webhook, ...options.env },
  });
  for (const id of ["acme", "other"])
    await test.db
      .insert(workspaces)
      .values({ id, externalId: `product-${id}`, name: `The ${id} company`, createdAt: new Date() });

  const send = (method: string, path: string, body?: unknown, as = "acme.s1"): Promise<Response> =>
    Promise.resolve(
      test.app.request(
        path,
        withJson(method, body, {
          ...(as && { cookie: as.includes("=") ? as : `customer=${as}`, origin: test.deps.config.publicUrl }),
        }),
      ),
    );
  const begin = async (integration = "hubspot", as?: string): Promise<ConnectionView> =>
    (await (await send("POST", "/api/connections", { integration }, as)).json()) as ConnectionView;
  /** Where the CRM sends the customer back to, once they agreed. */
  const askToConnect = async (id: string, input: object = {}, as?: string): Promise<URL> => {
    const response = await send("POST", `/api/connections/${id}/connect`, input, as);
    const { url } = (await response.json()) as { url: string };
    const asked = new URL(url).searchParams;
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    back.searchParams.set("code", "a-code");
    return back;
  };
  const comeBack = async (back: URL, as?: string): Promise<string> => {
    const response = await send("GET", back.pathname + back.search, undefined, as);
    return response.headers.get("location") ?? `${response.status}`;
  };
  const connect = async (as?: string): Promise<ConnectionView> => {
    const { id } = await begin("hubspot", as);
    await comeBack(await askToConnect(id, {}, as), as);
    return (await (await send("GET", `/api/connections/${id}`, undefined, as)).json()) as ConnectionView;
  };
  return { ...test, hubspot, servicetitan, send, begin, askToConnect, comeBack, connect };
}

const half = {
  on: true,
  object: "contact",
  pipeline: "sales",
  stage: "new",
  mapping: [{ field: "email", value: { from: "email" } }],
  existing: "update",
} satisfies ConnectionSettings["leads"];

/** Settings that can go live at the fake CRM. */
export const wholeSettings: ConnectionSettings = {
  referrers: { ...half, existing: "skip" },
  leads: half,
  qualify: { pipeline: "sales", stage: "won" },
};
