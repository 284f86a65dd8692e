import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { atEnd } from "./at-end.ts";
import { serve } from "#test/fakes/serve.ts";

/**
 * A proxy that sends each request to the next process, whoever asks: no sticky sessions. Who cannot be reached is passed
 * over; who breaks off after it was asked is a 502, as nginx and Caddy say it. `served`: how many each has answered.
 */
export async function startRoundRobin(ports: number[]): Promise<{ port: number; served: number[] }> {
  const served = ports.map(() => 0);
  let next = 0;

  function pass(from: IncomingMessage, to: ServerResponse, body: Buffer, triesLeft: number): void {
    const turn = next++ % ports.length;
    const { method = "GET", url: path = "/", headers } = from;
    const port = ports[turn] ?? 0;
    const passed = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      served[turn] = (served[turn] ?? 0) + 1;
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("error", () => to.destroy());
      answer.pipe(to);
    });
    passed.on("error", (error) => {
      if (to.headersSent) return void to.destroy();
      const refused = "code" in error && error.code === "ECONNREFUSED";
      if (refused && triesLeft > 0) return pass(from, to, body, triesLeft - 1);
      to.writeHead(502).end();
    });
    to.on("close", () => passed.destroy());
    passed.end(body);
  }

  const server = createServer((from, to) => {
    const parts: Buffer[] = [];
    from.on("data", (part: Buffer) => parts.push(part));
    from.on("end", () => pass(from, to, Buffer.concat(parts), ports.length - 1));
  });
  const { port, close } = await serve(server);
  atEnd(close);
  return { port, served };
}
