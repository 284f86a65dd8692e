import { expect, test } from "vitest";
import { healthRoutes } from "#server/core/health.ts";

const shutdown = new AbortController().signal;
const works = () => Promise.resolve();
const askReady = async (ping: () => Promise<void>, probeWrites = works) =>
  (await healthRoutes({ shutdown, ping, probeWrites }).request("/readyz")).json();

test("a database that refuses is not ready", async () => {
  expect(await askReady(() => Promise.reject(new Error("away")))).toEqual({ ready: false, reasons: ["database"] });
});

test("a database that says nothing for two seconds is not ready", async () => {
  expect(await askReady(() => new Promise(() => {}))).toEqual({ ready: false, reasons: ["database"] });
});

test("one that takes no writes is not ready, and says which of the two it is", async () => {
  const refuses = () => Promise.reject(new Error("full"));
  expect(await askReady(works, refuses)).toEqual({ ready: false, reasons: ["writes"] });
  expect(await askReady(refuses, refuses)).toEqual({ ready: false, reasons: ["database"] });
  expect(await askReady(works)).toEqual({ ready: true, reasons: [] });
});
