import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { Hub } from "#content/schema.ts";
import type { Config } from "#server/core/config.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { BODY_LIMIT, readBody } from "#server/core/validate.ts";
import { offerTools, type AgentTools } from "./offer-tools.ts";

export type McpDeps = AgentTools & {
  config: Pick<Config, "publicUrl">;
  hub: Pick<Hub, "product">;
};

const OWN_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

/**
 * `/mcp`: the hub as tools of an assistant (Model Context Protocol, Streamable HTTP). Without sessions: every request
 * stands alone, whichever process has it. Only what any reader may do, within the limits that readers have.
 */
export function mcpRoutes(deps: McpDeps) {
  const { config, hub } = deps;
  const { hostname } = new URL(config.publicUrl);
  return new Hono<VisitorEnv>().all("/mcp", async (c) => {
    requireHost(c.req.header("host"), [hostname, ...OWN_MACHINE], config.publicUrl);
    await readBody(c, BODY_LIMIT);
    const visitor = c.get("visitor");
    const { signal, headers } = c.req.raw;
    const handler = createMcpHandler(
      () => {
        const name = `${hub.product.name} ${hub.product.hub}`;
        const server = new McpServer({ name, version: "1" }, { instructions: sayHow(hub) });
        offerTools(server, deps, { visitor, signal, headers });
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

const sayHow = ({ product }: Pick<Hub, "product">): string =>
  `Help articles about ${product.name}. Use ask_help for a question, search_help and read_article to read for yourself. ` +
  "Every answer names its articles: pass their addresses on. What the articles do not say, nobody here knows.";
