import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { expect, test } from "vitest";
import { drain, listen } from "#server/core/listen.ts";
import { freePort } from "#test/support/ports.ts";

const stopping = new AbortController();
const app = new Hono()
  .get("/slow", async (c) => (await sleep(300), c.text("done")))
  .get("/polite", (c) =>
    streamSSE(c, async (stream) => {
      await stream.writeSSE({ event: "hello", data: "" });
      await once(stopping.signal, "abort");
      await stream.writeSSE({ event: "goodbye", data: "" });
    }),
  )
  .get("/endless", (c) =>
    streamSSE(c, async (stream) => {
      while (!stream.aborted) await stream.writeSSE({ data: "." }).then(() => stream.sleep(20));
    }),
  );

test("a server that is told to stop finishes requests, lets streams end, cuts those that do not, and is gone", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await listen(app.fetch, { host: "127.0.0.1", port });
  const idle = connect(port, "127.0.0.1");
  const half = connect(port, "127.0.0.1").on("error", () => {});
  half.write("POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{");
  const slow = fetch(`${url}/slow`).then((response) => response.text());
  const polite = (await fetch(`${url}/polite`)).text();
  const endless = (await fetch(`${url}/endless`)).text();
  const cut = expect(endless).rejects.toThrow();

  const began = performance.now();
  stopping.abort();
  const drained = drain(server, 600);
  await expect(fetch(`${url}/slow`)).rejects.toThrow();
  expect(await slow).toBe("done");
  expect(await polite).toContain("event: goodbye");
  await cut;
  await drained;
  expect(performance.now() - began).toBeLessThan(2000);
  idle.destroy();
  half.destroy();
});

test("a port that is in use is told in words", async () => {
  const port = await freePort();
  const server = await listen(app.fetch, { host: "127.0.0.1", port });
  await expect(listen(app.fetch, { host: "127.0.0.1", port })).rejects.toThrow(
    `Port ${port} is in use. Stop what uses it, or set PORT to another.`,
  );
  await drain(server, 100);
});

test("a host that is not this machine's is told in words", async () => {
  await expect(listen(app.fetch, { host: "192.0.2.1", port: 0 })).rejects.toThrow("HOST 192.0.2.1 is not an address");
});
