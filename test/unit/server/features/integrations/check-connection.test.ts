import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkConnection } from "#server/features/integrations/checks/check-connection.ts";
import { call, check, connector, pipelines, settings, subject } from "#test/support/checked.ts";

const never = () => new Promise<never>(() => {});
const rejected: unknown[] = [];
const note = (error: unknown) => void rejected.push(error);
beforeEach(() => process.on("unhandledRejection", note));
afterEach(async () => {
  await sleep(20);
  process.off("unhandledRejection", note);
  expect(rejected).toEqual([]);
});

it("a vendor that hangs costs six seconds at most, and what is missing is unknown", async () => {
  const startedAt = performance.now();
  const hanging = { check: never, account: never, pipelines: never, fields: never };
  const [calls, grant] = await Promise.all([
    check({ connector: hanging }),
    check({ open: async () => (await sleep(3_000), call), connector: hanging }),
  ]);
  expect(performance.now() - startedAt).toBeLessThan(6_000);
  for (const { of, findings } of [calls, grant]) {
    for (const fact of ["token", "scopes", "account", "stage:leads", "required:leads", "qualify"])
      expect(of(fact)).toMatchObject({ state: "unknown", code: "timeout" });
    expect(findings.filter(({ state }) => state === "failed")).toEqual([]);
  }
});

it("what is known first comes first, and one slow fact holds up no other", async () => {
  const slow = async () => (await sleep(200), pipelines);
  const { findings } = await check({ connector: { pipelines: slow } });
  const facts = findings.map(({ fact }) => fact);
  expect(facts.indexOf("account")).toBeLessThan(facts.indexOf("stage:leads"));
  expect(facts.indexOf("field:leads:email")).toBeLessThan(facts.indexOf("stage:leads"));
});

it("both halves of one kind ask the CRM once", async () => {
  let asked = 0;
  const { findings } = await check({
    subject: { settings: { ...settings, referrers: { ...settings.leads } } },
    connector: { pipelines: async () => (asked++, pipelines) },
  });
  expect(asked).toBe(1);
  expect(findings.filter(({ fact }) => fact.startsWith("stage:"))).toHaveLength(2);
});

it("who stops reading stops the calls, and gets nothing more", async () => {
  const reader = new AbortController();
  const signals: AbortSignal[] = [];
  const account = ({ signal }: { signal?: AbortSignal | undefined }) => {
    if (signal) signals.push(signal);
    return never();
  };
  const checked = {
    subject,
    connector: { ...connector, account },
    ask: <T>(work: (opened: typeof call) => Promise<T>, over: AbortSignal) => work({ ...call, signal: over }),
    onMistake: (error: unknown) => expect.unreachable(String(error)),
  };
  const seen: string[] = [];
  for await (const { fact } of checkConnection(checked, reader.signal)) {
    seen.push(fact);
    if (fact === "token") setImmediate(() => reader.abort());
  }
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(seen).not.toContain("account");
});

it("a mistake in a connector is told to the log and leaves one fact unknown", async () => {
  const { of, mistakes } = await check({ connector: { account: () => Promise.reject(new TypeError("oops")) } });
  expect(of("account")).toMatchObject({ state: "unknown", code: "unreadable" });
  expect(mistakes).toHaveLength(1);
});
