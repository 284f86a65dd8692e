import process from "node:process";
import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { readConfig } from "./core/config.ts";
import { createLog } from "./core/log.ts";
import { openBuilds } from "./static/builds.ts";

const config = readConfig(process.env);
const log = createLog(config.logLevel);
const builds = await openBuilds(config.buildsDir, log);
const shutdown = new AbortController();
const app = createApp({ config, log, builds, shutdown: shutdown.signal });
serve({ fetch: app.fetch, hostname: config.host, port: config.port }, () =>
  process.stdout.write(`${config.publicUrl}\n`),
);
