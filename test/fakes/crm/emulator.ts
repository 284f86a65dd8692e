// PROVISIONAL: stands in until the shared file is there; drop this one when rebasing.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  form: URLSearchParams;
};
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };
export async function startEmulator(answer: (asked: Asked, url: string) => Answer) {
  const calls: string[] = [];
  let base = "";
  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? "/", "http://x");
    calls.push(`${req.method} ${url.pathname}`);
    const raw = await text(req);
    const a = answer(
      {
        method: req.method ?? "",
        path: url.pathname,
        query: url.searchParams,
        headers: req.headers as Record<string, string>,
        form: new URLSearchParams(raw),
      },
      base,
    );
    res
      .writeHead(a.status, { "content-type": "application/json", ...a.headers })
      .end(a.body === null ? "" : typeof a.body === "string" ? a.body : JSON.stringify(a.body));
  });
  await new Promise<void>((r) => server.listen(0, "127.0.0.1", r));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((r) => server.close(r));
    },
  };
}
