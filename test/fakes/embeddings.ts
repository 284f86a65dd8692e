/** An OpenAI-compatible server on loopback that embeds texts by their words, or fails in a way it is told to. */
import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { atEnd } from "#test/support/at-end.ts";
import { dropStopWords, splitWords } from "#server/knowledge/words.ts";
import { stem } from "#server/knowledge/stem.ts";
import { serve } from "./serve.ts";

type EmbeddingRequest = { model: string; input: string[] };
export type EmbeddingScript =
  | "embed"
  /** Vectors with so many numbers. */
  | { dimensions: number }
  /** Vectors of the first half of the texts. */
  | "half"
  | { status: number; headers?: Record<string, string> }
  /** 200 with this body. */
  | { body: string }
  /** Accepts the request and never answers. */
  | "hang";

export type FakeEmbeddings = {
  baseUrl: string;
  requests: EmbeddingRequest[];
  /** Texts that were embedded, in their order. */
  embedded: string[];
  /** Answers from now on; one after the other, the last one for all that follow. */
  play: (...scripts: EmbeddingScript[]) => void;
};

const DIMENSIONS = 1021;

/** Words that point the same way: each list is one meaning. */
export async function startEmbeddings(...synonyms: string[][]): Promise<FakeEmbeddings> {
  const requests: EmbeddingRequest[] = [];
  const embedded: string[] = [];
  let scripts: EmbeddingScript[] = ["embed"];
  const meanings = new Map(synonyms.flatMap(([first = "", ...more]) => more.map((word) => [stem(word), stem(first)])));
  const send = (response: ServerResponse, input: string[], script: EmbeddingScript) => {
    if (script === "hang") return;
    if (typeof script === "object" && "status" in script)
      return void response.writeHead(script.status, script.headers).end("{}");
    response.writeHead(200, { "content-type": "application/json" });
    if (typeof script === "object" && "body" in script) return void response.end(script.body);
    const texts = script === "half" ? input.slice(0, input.length / 2) : input;
    const dimensions = typeof script === "object" ? script.dimensions : DIMENSIONS;
    if (script !== "half") embedded.push(...texts);
    const data = texts.map((text, index) => ({ index, embedding: embedWords(text, meanings, dimensions) }));
    response.end(JSON.stringify({ object: "list", data: data.toReversed() }));
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString("utf8")) as EmbeddingRequest; // what the hub sends
      requests.push(asked);
      send(response, asked.input, (scripts.length > 1 ? scripts.shift() : scripts[0]) ?? "embed");
    });
  });
  const { url, close } = await serve(server);
  atEnd(close);
  return { baseUrl: `${url}/v1`, requests, embedded, play: (...next) => void (scripts = next) };
}

/** A text's vector has a number for each of its stems, at a place that the stem's hash says. */
function embedWords(text: string, meanings: Map<string, string>, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of dropStopWords(splitWords(text))) {
    const stemmed = stem(word);
    const hash = createHash("sha256")
      .update(meanings.get(stemmed) ?? stemmed)
      .digest();
    const at = hash.readUInt32LE() % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
