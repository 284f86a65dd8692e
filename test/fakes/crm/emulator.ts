/** What every emulated CRM is: an HTTP server on loopback that counts its calls and fails in a way it is told to. */
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { serve } from "../serve.ts";

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  form: URLSearchParams;
  /** The body as it came. */
  text: string;
};
/** An object is sent as JSON, a string as it is. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export const FAULTS = [
  "hang",
  "drip",
  "html",
  "truncated",
  "okWithError",
  "huge",
  "redirect",
  "down",
  "limit",
] as const;
export type Fault = (typeof FAULTS)[number];

export type Emulator = {
  url: string;
  /** `GET /path`, in their order. */
  calls: string[];
  /** From now on for a path, or for everything; null: works again. */
  fail: (fault: Fault | null, path?: string) => void;
  close: () => Promise<void>;
};

export async function startEmulator(answer: (asked: Asked, url: string) => Answer): Promise<Emulator> {
  const calls: string[] = [];
  const faults = new Map<string, Fault>();
  let base = "";
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    calls.push(`${method} ${pathname}`);
    const fault = faults.get(pathname) ?? faults.get("*");
    if (fault) return void sendFault(response, fault);
    void text(request).then((body) => {
      // Node gives a list only for Set-Cookie, which nobody sends here
      const headers = request.headers as Record<string, string>;
      const form = new URLSearchParams(headers["content-type"]?.includes("urlencoded") ? body : "");
      send(response, answer({ method, path: pathname, query: searchParams, headers, form, text: body }, base));
    });
  });
  const { url, close } = await serve(server);
  base = url;
  return {
    url,
    calls,
    fail(fault, path = "*") {
      if (fault) faults.set(path, fault);
      else faults.delete(path);
    },
    close,
  };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const sent = typeof body === "string" ? body : body === null ? "" : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(sent);
}

/** More than is read of an answer. */
const HUGE = `{"filler":"${"x".repeat(5 * 1024 * 1024)}"}`;
const ANSWERS: Record<Exclude<Fault, "hang" | "drip">, Answer> = {
  html: { status: 200, body: "<!doctype html><h1>Sign in</h1>", headers: { "content-type": "text/html" } },
  truncated: { status: 200, body: '{"results": [{"id": "1", "na' },
  okWithError: { status: 200, body: { error: "something went wrong" } },
  huge: { status: 200, body: HUGE },
  redirect: { status: 302, body: "", headers: { location: "https://elsewhere.example.com/" } },
  down: { status: 503, body: "Service Unavailable", headers: { "content-type": "text/plain" } },
  limit: { status: 429, body: { message: "too many requests" }, headers: { "retry-after": "7" } },
};

function sendFault(response: ServerResponse, fault: Fault): void {
  if (fault === "hang") return;
  if (fault === "drip") return drip(response);
  send(response, ANSWERS[fault]);
}

/** A byte now and then, which never comes to an end. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 200);
  response.on("close", () => clearInterval(timer));
}
