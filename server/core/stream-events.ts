import type { Context, Env } from "hono";
import { routePath } from "hono/route";
import { streamSSE, type SSEStreamingApi } from "hono/streaming";

const open = new Map<string, number>();

/** Streams that are open in this process, by their route. */
export const openStreams = (): ReadonlyMap<string, number> => open;

/** Answers with server-sent events until `run` ends. No proxy holds them back, and no cache keeps them. */
export function streamEvents<E extends Env>(c: Context<E>, run: (stream: SSEStreamingApi) => Promise<void>): Response {
  const route = routePath(c);
  const count = (by: number) => open.set(route, (open.get(route) ?? 0) + by);
  c.header("X-Accel-Buffering", "no"); // nginx would hold events back
  const response = streamSSE(c, async (stream) => {
    count(1);
    await run(stream).finally(() => count(-1));
  });
  response.headers.set("Cache-Control", "no-store");
  return response;
}
