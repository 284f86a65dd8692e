import { expect, test } from "vitest";
import { healthRoutes } from "#server/core/health.ts";

const shutdown = new AbortController().signal;
const askReady = async (ping: () => Promise<void>) =>
  (await healthRoutes({ shutdown, ping }).request("/readyz")).json();

test("a database that refuses is not ready", async () => {
  expect(await askReady(() => Promise.reject(new Error("away")))).toEqual({ ready: false, reasons: ["database"] });
});

test("a database that says nothing for two seconds is not ready", async () => {
  expect(await askReady(() => new Promise(() => {}))).toEqual({ ready: false, reasons: ["database"] });
});
