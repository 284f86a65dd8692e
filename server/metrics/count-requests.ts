import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Db } from "#db/database.ts";
import type { Clock } from "../core/clock.ts";
import { isSameSecret } from "../core/ids.ts";
import { AppError } from "../core/errors.ts";
import { openStreams } from "../core/stream-events.ts";
import { readGauges } from "./read-gauges.ts";

export type MetricsDeps = { db: Db; clock: Clock; build: () => string };
export type Metrics = { measure: MiddlewareHandler; answer: (c: Context) => Promise<Response> };

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10];
const GAUGES = {
  outbox: ["handrail_outbox", "Deliveries that are not sent.", ["channel", "state"]],
  oldest: ["handrail_outbox_oldest_seconds", "Age of the oldest of them.", ["channel", "state"]],
  answers: ["handrail_answers_last_hour", "Answers of all processes in the last hour.", ["verdict", "mode"]],
  tokens: ["handrail_model_tokens_last_hour", "Tokens of all processes in the last hour.", ["kind"]],
  streams: ["handrail_streams_open", "Event streams that this process has open.", ["route"]],
  connections: ["handrail_connections", "Connections to CRMs by their last check.", ["integration", "check"]],
  build: ["handrail_build_info", "The build that is served.", ["build"]],
} as const;

/** No label says who asked or what: routes are patterns. */
export function countRequests({ db, clock, build }: MetricsDeps, token: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const name = "handrail_request_seconds";
  const help = "Requests by route, method and status; of streams, the time until they began.";
  const labelNames = ["route", "method", "status"];
  const requests = new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] });
  const gauges = Object.fromEntries(
    Object.entries(GAUGES).map(([key, [gauge, about, labels]]) => [
      key,
      new Gauge({ name: gauge, help: about, labelNames: [...labels], registers: [registry] }),
    ]),
  ) as Record<keyof typeof GAUGES, Gauge>; // fromEntries forgets the keys

  async function collect(): Promise<void> {
    const found = await readGauges(db, clock.now());
    for (const gauge of Object.values(gauges)) gauge.reset();
    gauges.build.set({ build: build() }, 1);
    for (const [route, streams] of openStreams()) gauges.streams.set({ route }, streams);
    for (const { integration, check, rows } of found.connections) gauges.connections.set({ integration, check }, rows);
    for (const { channel, state, rows, oldestSeconds } of found.outbox) {
      gauges.outbox.set({ channel, state }, rows);
      gauges.oldest.set({ channel, state }, oldestSeconds);
    }
    for (const { verdict, mode, rows, promptTokens, completionTokens } of found.answers) {
      gauges.answers.set({ verdict, mode }, rows);
      gauges.tokens.inc({ kind: "prompt" }, promptTokens);
      gauges.tokens.inc({ kind: "completion" }, completionTokens);
    }
  }

  return {
    measure: async (c, next) => {
      const began = performance.now();
      await next();
      const method = METHODS.includes(c.req.method) ? c.req.method : "other";
      const labels = { route: patternOf(c), method, status: String(c.res.status) };
      requests.observe(labels, (performance.now() - began) / 1000);
    },
    answer: async (c) => {
      requireToken(c, token);
      await collect();
      return c.body(await registry.metrics(), 200, {
        "Content-Type": registry.contentType,
        "Cache-Control": "no-store",
      });
    },
  };
}

/** As it is written in the code; files of the build, and what is nowhere, are one. */
const patternOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "(no route)";

/** @throws AppError "unauthorized" */
function requireToken(c: Context, token: string): void {
  const given = c.req.header("authorization")?.replace(/^Bearer /i, "") ?? "";
  if (!isSameSecret(given, token))
    throw new AppError("unauthorized", "Send the hub's METRICS_TOKEN as a bearer token.");
}
