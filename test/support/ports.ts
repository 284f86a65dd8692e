import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Systems give higher ones to any connection that is opened (from 32768 on Linux, from 49152 elsewhere): a server that is
 * killed and started again would find its port taken by one, even by who keeps trying to reach it.
 */
const FIRST = 20_000;
const LAST = 32_000;

/** A port of this machine that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const port = randomInt(FIRST, LAST);
  const server = createServer().listen(port, "127.0.0.1");
  const isFree = await once(server, "listening").then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  server.close();
  await once(server, "close");
  return port;
}
