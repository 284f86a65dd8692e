/** A CRM that answers everything at once and counts: `/count` says how many calls there were, and the most in any second. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const at: number[] = [];
const app = new Hono()
  .get("/count", (c) => {
    let most = 0;
    for (let first = 0, last = 0; last < at.length; last++) {
      while ((at[last] ?? 0) - (at[first] ?? 0) >= 1000) first++;
      most = Math.max(most, last - first + 1);
    }
    return c.json({ calls: at.length, most, seconds: ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000 });
  })
  .all("*", (c) => {
    at.push(performance.now());
    return c.json({
      results: Array.from({ length: 200 }, (_, index) => ({ name: `field_${index}`, label: `Field ${index}` })),
    });
  });
serve({ fetch: app.fetch, port: Number(process.env["PORT"]), hostname: "127.0.0.1" }, () =>
  process.stdout.write("ready\n"),
);
