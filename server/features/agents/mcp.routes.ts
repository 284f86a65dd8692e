import { Hono } from "hono";
import type { Hub } from "#content/schema.ts";
import type { Customer, ReadCustomer } from "#server/auth/customer.ts";
import type { Config } from "#server/core/config.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { BODY_LIMIT, readBody } from "#server/core/validate.ts";
import { offerAskPerson, offerChecks, type OwnTools } from "./offer-own-tools.ts";
import { offerStatus, offerTools, type AgentTools } from "./offer-tools.ts";

export type McpDeps = AgentTools & {
  own: OwnTools;
  /** Who comes with a token of the product. @throws AppError "unauthorized" for one that does not count */
  readBearer: ReadCustomer;
  config: Pick<Config, "publicUrl">;
  hub: Pick<Hub, "product" | "integrations">;
};

const OWN_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

/**
 * `/mcp`: the hub as tools of an assistant (Model Context Protocol, Streamable HTTP). Without sessions: every request
 * stands alone, whichever process has it. What any reader may do; with a customer's token, what that customer may do too.
 */
export function mcpRoutes(deps: McpDeps) {
  const { config, hub } = deps;
  const { hostname } = new URL(config.publicUrl);
  const routes = new Hono<VisitorEnv>().all("/mcp/", (c) => c.redirect("/mcp", 308));
  return routes.all("/mcp", async (c) => {
    requireHost(c.req.header("host"), [hostname, ...OWN_MACHINE], config.publicUrl);
    await readBody(c, BODY_LIMIT);
    const { signal, headers } = c.req.raw;
    const customer = await deps.readBearer(headers);
    // an assistant's machine serves many: who has a name of their own is counted by it
    const visitor = customer ? { ...c.get("visitor"), ipKey: customer.id } : c.get("visitor");
    // loaded for the first assistant that comes: most hubs have none
    const { createMcpHandler, McpServer } = await import("@modelcontextprotocol/server");
    const handler = createMcpHandler(
      () => {
        const name = `${hub.product.name} ${hub.product.hub}`;
        const server = new McpServer({ name, version: "1" }, { instructions: sayHow(hub, customer) });
        offerTools(server, deps, { visitor, signal, headers });
        if (connects(hub)) offerStatus(server, deps);
        if (customer) offerAskPerson(server, deps.own, customer);
        if (customer && connects(hub)) offerChecks(server, deps.own, { customer, signal, addressOf: deps.addressOf });
        return server;
      },
      { onerror: (error) => c.get("log").warn({ err: error }, "an assistant's request failed") },
    );
    const { method, url } = c.req.raw;
    const body = method === "POST" ? await c.req.arrayBuffer() : null;
    return handler.fetch(new Request(url, { method, headers, body, signal }));
  });
}

/** A page of another site that was led here under its own name (DNS rebinding) does not know ours. */
function requireHost(host: string | undefined, known: string[], publicUrl: string): void {
  const name = host && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
  if (!known.includes(name)) throw new AppError("forbidden", `Assistants reach this hub at ${publicUrl}/mcp.`);
}

type Offered = McpDeps["hub"];
/** Whether the product connects to something that can be checked. */
const connects = ({ integrations }: Offered): boolean => integrations.length > 0;

const sayHow = (hub: Offered, customer: Customer | null): string =>
  `Help articles about ${hub.product.name}. Use ask_help for a question, search_help and read_article to read for yourself. ` +
  "Every answer names its articles: pass their addresses on. What the articles do not say, nobody here knows. " +
  (customer ? sayOwn(hub, customer) : sayToken(hub));

const sayOwn = (hub: Offered, { email, workspaceName }: Customer): string =>
  `You ask for ${email} of ${workspaceName}: ` +
  (connects(hub) ? "check_connection and trace_contact look at their CRM, " : "") +
  "ask_a_person opens a case in their name.";

const sayToken = (hub: Offered): string =>
  `To ${connects(hub) ? "check a customer's connection, trace a contact or " : ""}ask a person, ` +
  "connect with that customer's token, which the product signs, as Authorization: Bearer.";
