/** An OpenAI-compatible server on loopback that says what it is told to, or fails in a way it is told to. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

type Message = { role: string; content: string };
export type ModelRequest = { model: string; messages: Message[]; [more: string]: unknown };

export type Script =
  /** Streams the text in pieces; `finish` null leaves the end out. */
  | { say: string; finish?: string | null }
  /** Streams the text, then nothing more, and keeps the connection. */
  | { stallAfter: string }
  /** Streams the text, then closes the socket. */
  | { cutAfter: string }
  /** Answers with a status and a body. */
  | { status: number; body?: string; headers?: Record<string, string> }
  /** Streams these lines as they are. */
  | { raw: string[] }
  /** Accepts the request and never answers. */
  | "hang";

export type FakeModel = {
  baseUrl: string;
  requests: ModelRequest[];
  /** Answers from now on; one after the other, the last one for all that follow. */
  play: (...scripts: Script[]) => void;
  /** Connections whose answer has not ended. */
  open: () => number;
};

/** One model for a test file. */
export async function startModel(): Promise<FakeModel> {
  const requests: ModelRequest[] = [];
  let scripts: Script[] = [{ say: "" }];
  let open = 0;
  const server = createServer((request, response) => {
    open++;
    response.on("close", () => open--);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push(JSON.parse(Buffer.concat(chunks).toString("utf8")) as ModelRequest); // what the hub sends
      const script = scripts.length > 1 ? scripts.shift() : scripts[0];
      if (script) play(response, script);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    play: (...next) => void (scripts = next),
    open: () => open,
  };
}

function play(response: ServerResponse, script: Script): void {
  if (script === "hang") return;
  if ("status" in script) {
    response.writeHead(script.status, { "content-type": "application/json", ...script.headers });
    response.end(script.body ?? JSON.stringify({ error: { message: "no", type: "error" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  if ("raw" in script) return void response.end(script.raw.join("\n"));
  const text = "say" in script ? script.say : "stallAfter" in script ? script.stallAfter : script.cutAfter;
  for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) response.write(chunk({ content: piece }, null));
  if ("stallAfter" in script) return;
  if ("cutAfter" in script) return void setTimeout(() => response.destroy(), 20);
  if (script.finish !== null) response.write(chunk({}, script.finish ?? "stop"));
  response.end("data: [DONE]\n\n");
}

const chunk = (delta: { content?: string }, finish: string | null) =>
  `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
