/** A line on which a page's HTML comes in pieces: what is between this hub and a reader who is far away. */
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { serve, type Served } from "./serve.ts";

const PAUSE = 500;

/** Each page waits for half a second before it goes on with `until`, and comes whole where it has no such text. */
export async function startSlowLine(hubUrl: string, until: string): Promise<Served> {
  const server = createServer(async ({ url = "/" }, response) => {
    const answer = await fetch(new URL(url, hubUrl));
    const type = answer.headers.get("content-type") ?? "";
    response.writeHead(answer.status, { "content-type": type });
    const body = Buffer.from(await answer.arrayBuffer());
    const at = type.startsWith("text/html") ? body.indexOf(until) : -1;
    if (at > 0) {
      response.write(body.subarray(0, at));
      await setTimeout(PAUSE);
    }
    response.end(body.subarray(Math.max(0, at)));
  });
  return serve(server);
}
