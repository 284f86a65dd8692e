import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import type { Config } from "./config.ts";

type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/** Begins to answer. @throws Error in plain words when the address cannot be listened on. */
export async function listen(fetch: Fetch, { host, port }: Pick<Config, "host" | "port">): Promise<Server> {
  // both casts hold because no server is handed over: it makes one of node:http then, with the bindings of HTTP/1
  const server = createAdaptorServer({ fetch: fetch as Parameters<typeof createAdaptorServer>[0]["fetch"] }) as Server;
  server.headersTimeout = 15_000;
  // five files of 5 MB, from a line that sends 2 Mbit a second
  server.requestTimeout = 120_000;
  // longer than what proxies keep a connection for, so that none is closed under a request
  server.keepAliveTimeout = 75_000;
  // a reader who takes nothing for so long is gone; streams send a sign of life more often
  server.setTimeout(120_000);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explainListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  return server;
}

function explainListenError(error: Error, host: string, port: number): Error {
  const code = "code" in error ? error.code : "";
  if (code === "EADDRINUSE") return new Error(`Port ${port} is in use. Stop what uses it, or set PORT to another.`);
  if (code === "EACCES")
    return new Error(`Port ${port} needs more rights than this process has. Set PORT to 1024 or more.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new Error(`HOST ${host} is not an address of this machine.`);
  return error;
}

/** Takes no more connections, lets what is under way finish for `graceMs`, then cuts what is left. */
export async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
