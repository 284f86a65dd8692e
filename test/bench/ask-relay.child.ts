/** What the bench compares with: hono and openai and nothing between them. Each piece goes on as it comes. */
import process from "node:process";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import OpenAI from "openai";

const client = new OpenAI({ apiKey: "none", baseURL: process.env["OPENAI_BASE_URL"], maxRetries: 0 });
const app = new Hono().post("/api/ask", async (c) => {
  const { question } = await c.req.json<{ question: string }>();
  return streamSSE(c, async (stream) => {
    const chunks = await client.chat.completions.create({
      model: "tiny",
      messages: [{ role: "user", content: question }],
      stream: true,
    });
    for await (const { choices } of chunks) {
      await stream.writeSSE({ event: "piece", data: JSON.stringify({ text: choices[0]?.delta.content ?? "" }) });
    }
    await stream.writeSSE({ event: "done", data: "{}" });
  });
});
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env["PORT"]) }, () =>
  process.stdout.write("ready\n"),
);
