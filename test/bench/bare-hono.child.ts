/** What the bench compares with: a Hono route that reads JSON and answers JSON, and does nothing else. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono().post("/bare", async (c) => c.json({ got: Object.keys(await c.req.json<object>()).length }, 201));
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env["PORT"]) }, () =>
  process.stdout.write("ready\n"),
);
