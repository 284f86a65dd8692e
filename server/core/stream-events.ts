import type { Context, Env } from "hono";
import { streamSSE, type SSEStreamingApi } from "hono/streaming";

/** Answers with server-sent events until `run` ends, kept by nobody on the way. */
export function streamEvents<E extends Env>(c: Context<E>, run: (stream: SSEStreamingApi) => Promise<void>): Response {
  c.header("X-Accel-Buffering", "no"); // nginx would hold events back
  const response = streamSSE(c, run);
  response.headers.set("Cache-Control", "no-store");
  return response;
}
