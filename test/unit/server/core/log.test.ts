import { expect, test } from "vitest";
import { createLog, loggablePath } from "#server/core/log.ts";

const CANARY = "canary-4711";

test("secrets and addresses are left out of the log, at the top and below", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  log.info({ password: CANARY, email: CANARY, request: { headers: { authorization: CANARY, cookie: CANARY } } }, "one");
  log.info({ config: { apiKey: CANARY }, headers: { "set-cookie": CANARY }, visible: "yes" }, "two");
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toContain(CANARY);
  expect(lines.join("")).toContain('"visible":"yes"');
});

test("a receipt's secret is left out of its path", () => {
  expect(loggablePath("/receipts/s3cr3t/")).toBe("/receipts/…/");
  expect(loggablePath("/api/receipts/s3cr3t/messages")).toBe("/api/receipts/…/messages");
  expect(loggablePath("/articles/a/b/")).toBe("/articles/a/b/");
});
