import { createServer, type ServerResponse } from "node:http";
import type { Integration, IntegrationId } from "#content/schema.ts";
import { STATUS_BODIES } from "./status-bodies.ts";
import { serve } from "./serve.ts";

/** What a page can be made to do instead of answering well. */
export type Fault = "html" | "truncated" | "redirect" | "error" | "empty" | "huge" | "drip" | "silent" | "hang_up";

export type StatusPages = {
  /** hub.yaml entries of all seven vendors, reading from here. */
  integrations: Integration[];
  /** Makes a vendor's page answer with this body from now on. */
  say(vendor: IntegrationId, body: string): void;
  break(vendor: IntegrationId, fault: Fault): void;
  mend(vendor: IntegrationId): void;
  /** How many requests a vendor's page has had. */
  reads(vendor: IntegrationId): number;
  close(): Promise<void>;
};

const NAMES: Record<IntegrationId, string> = {
  hubspot: "HubSpot",
  salesforce: "Salesforce",
  intercom: "Intercom",
  servicetitan: "ServiceTitan",
  zoho: "Zoho",
  pipedrive: "Pipedrive",
  monday: "monday.com",
};

/** The vendors' status pages over real HTTP: `/<vendor>/…` answers what `say` set, or what is wrong with it. */
export async function startStatusPages(): Promise<StatusPages> {
  const bodies = new Map<string, string>(Object.entries(STATUS_BODIES));
  const faults = new Map<string, Fault>();
  const reads = new Map<string, number>();
  const server = createServer((request, response) => {
    const vendor = request.url?.split("/")[1] ?? "";
    reads.set(vendor, (reads.get(vendor) ?? 0) + 1);
    const body = bodies.get(vendor) ?? "";
    const fault = faults.get(vendor);
    if (fault) return misbehave(fault, body, response);
    response.setHeader("content-type", vendor === "zoho" ? "application/rss+xml" : "application/json").end(body);
  });
  const { url, close } = await serve(server);
  return {
    integrations: (Object.keys(NAMES) as IntegrationId[]).map((id) => ({
      id,
      name: NAMES[id],
      availability: "live",
      statusUrl: `${url}/${id}`,
      ...(id === "salesforce" ? { statusInstance: "EU42" } : {}),
    })),
    say: (vendor, body) => void bodies.set(vendor, body),
    break: (vendor, fault) => void faults.set(vendor, fault),
    mend: (vendor) => void faults.delete(vendor),
    reads: (vendor) => reads.get(vendor) ?? 0,
    close,
  };
}

function misbehave(fault: Fault, body: string, response: ServerResponse): void {
  switch (fault) {
    case "html":
      response
        .setHeader("content-type", "text/html")
        .end("<!doctype html><title>Sign in</title><h1>Sign in to Wi-Fi</h1>");
      return;
    case "truncated":
      response.end(body.slice(0, Math.floor(body.length / 2)));
      return;
    case "redirect":
      response.writeHead(302, { location: "/hubspot" }).end();
      return;
    case "error":
      response.writeHead(503).end("Service unavailable");
      return;
    case "empty":
      response.end();
      return;
    case "huge":
      response.end(`{"padding":"${"x".repeat(10_000_000)}"}`);
      return;
    case "drip":
      drip(body, response);
      return;
    case "silent":
      return;
    case "hang_up":
      response.destroy();
  }
}

/** A byte every 200 ms: never silent, never done. */
function drip(body: string, response: ServerResponse): void {
  let sent = 0;
  const timer = setInterval(() => response.write(body.charAt(sent++) || " "), 200);
  response.on("close", () => clearInterval(timer));
}
