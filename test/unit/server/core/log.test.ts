import { expect, test } from "vitest";
import { createLog, loggablePath } from "#server/core/log.ts";

const CANARY = "canary-4711";

test("secrets and addresses are left out of the log, at the top and below", () => {
  const lines: string[] = [];
  const log = createLog("info", { to: { write: (line) => void lines.push(line) } });
  log.info({ password: CANARY, email: CANARY, request: { headers: { authorization: CANARY, cookie: CANARY } } }, "one");
  log.info({ config: { apiKey: CANARY }, headers: { "set-cookie": CANARY }, visible: "yes" }, "two");
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toContain(CANARY);
  expect(lines.join("")).toContain('"visible":"yes"');
});

test("addresses and the settings' secrets are left out wherever they stand, and a line stays JSON", () => {
  const lines: string[] = [];
  const log = createLog("info", { to: { write: (line) => void lines.push(line) }, secrets: [CANARY] });
  const refusal = new Error(`550 <ann@example.com>: no such user\nnora@mail.example.org "ida@example.com" ${CANARY}`);
  log.warn({ reason: refusal.message, err: new Error("not sent", { cause: refusal }) }, `sam@example.com ${CANARY}`);
  const line = JSON.parse(lines.join(""));
  expect(line.reason).toBe('550 <[left out]>: no such user\n[left out] "[left out]" [left out]');
  expect(lines.join("")).not.toMatch(new RegExp(`@|${CANARY}`));
});

test("a receipt's secret is left out of its path", () => {
  expect(loggablePath("/receipts/s3cr3t/")).toBe("/receipts/…/");
  expect(loggablePath("/api/receipts/s3cr3t/messages")).toBe("/api/receipts/…/messages");
  expect(loggablePath("/articles/a/b/")).toBe("/articles/a/b/");
});
