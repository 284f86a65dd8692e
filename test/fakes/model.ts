/** An OpenAI-compatible server on loopback that says what it is told to, or fails in a way it is told to. */
import { createServer, type ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { atEnd } from "#test/support/at-end.ts";
import { serve } from "./serve.ts";

type Message = { role: string; content: string };
export type ModelRequest = { model: string; messages: Message[]; [more: string]: unknown };

export type Script =
  /** Streams the text in pieces; `finish` null leaves the end out. */
  | { say: string; finish?: string | null; usage?: object }
  /** Streams what it makes of what it was asked. */
  | { answer: (request: ModelRequest) => string }
  /** Streams the text, then nothing more, and keeps the connection. */
  | { stallAfter: string }
  /** Streams the text, then closes the socket. */
  | { cutAfter: string }
  /** Answers with a status and a body. */
  | { status: number; body?: string; headers?: Record<string, string> }
  /** Streams these lines as they are. */
  | { raw: string[] }
  /** Streams these bytes, each part by itself, then ends, closes the socket, or keeps it without a word. */
  | { bytes: Uint8Array[]; after?: "end" | "cut" | "stall" }
  /** Says nothing of use and does not stop. */
  | { endless: string }
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
      const asked = JSON.parse(Buffer.concat(chunks).toString("utf8")) as ModelRequest; // what the hub sends
      requests.push(asked);
      const script = scripts.length > 1 ? scripts.shift() : scripts[0];
      if (script) void play(response, script, asked);
    });
  });
  const { url, close } = await serve(server);
  atEnd(close);
  return {
    baseUrl: `${url}/v1`,
    requests,
    play: (...next) => void (scripts = next),
    open: () => open,
  };
}

async function play(response: ServerResponse, script: Script, asked: ModelRequest): Promise<void> {
  if (script === "hang") return;
  if ("status" in script) {
    response.writeHead(script.status, { "content-type": "application/json", ...script.headers });
    response.end(script.body ?? JSON.stringify({ error: { message: "no", type: "error" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  if ("bytes" in script) return sendBytes(response, script.bytes, script.after ?? "end");
  if ("endless" in script) return sendEndless(response, script.endless);
  if ("raw" in script) return void response.end(script.raw.join("\n"));
  if ("stallAfter" in script) return void response.write(streamOf(script.stallAfter, null));
  if ("cutAfter" in script) {
    response.write(streamOf(script.cutAfter, null));
    return void setTimeout(() => response.destroy(), 20);
  }
  if ("answer" in script) return void response.end(`${streamOf(script.answer(asked))}data: [DONE]\n\n`);
  const usage = script.usage ? event({ choices: [], usage: script.usage }) : "";
  response.end(`${streamOf(script.say, script.finish)}${usage}data: [DONE]\n\n`);
}

/** Each part in a packet of its own, as far as the machine lets it. */
async function sendBytes(response: ServerResponse, parts: Uint8Array[], after: "end" | "cut" | "stall"): Promise<void> {
  response.socket?.setNoDelay(true);
  for (const part of parts) {
    response.write(part);
    if (parts.length > 1) await sleep(1);
  }
  if (after === "end") response.end();
  if (after === "cut") setTimeout(() => response.destroy(), 2);
}

function sendEndless(response: ServerResponse, part: string): void {
  function* repeat() {
    for (;;) yield part;
  }
  pipeline(Readable.from(repeat()), response, () => {}); // ends when nobody reads
}

/** What a text is as a stream of events, in pieces of a few letters; without an end where `finish` is null. */
export function streamOf(text: string, finish: string | null = "stop"): string {
  const pieces = (text.match(/[\s\S]{1,7}/gu) ?? []).map((content) => chunk({ content }, null));
  return [...pieces, ...(finish === null ? [] : [chunk({}, finish)])].join("");
}

const chunk = (delta: { content?: string }, finish: string | null) =>
  event({ id: "c", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] });

const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`;
