import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { startSmtp } from "#test/fakes/smtp.ts";
import { startWebhookSink } from "#test/fakes/webhook-sink.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { freePort } from "#test/support/ports.ts";
import { runNode } from "#test/support/process.ts";
import { withJson } from "#test/support/request.ts";
import { until } from "#test/support/wait.ts";

const folder = freshFolder("two");
const smtp = await startSmtp();
afterAll(smtp.stop);
const sink = await startWebhookSink();
afterAll(sink.stop);
const publicUrl = "http://help.example.com";
const shared = {
  PUBLIC_URL: publicUrl,
  BUILDS_DIR: path.join(folder, "builds"),
  DATABASE_URL: await freshDatabaseUrl(),
  AUTH_SECRET: "the same secret for both of the machines",
  SEALING_KEYS: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
  SMTP_URL: smtp.url,
  WEBHOOK_URL: sink.url,
  WEBHOOK_SECRET: sink.secret,
  OUTBOUND_ALLOW: "127.0.0.0/8",
};
await writeBuild(shared.BUILDS_DIR, "first", { "index.html": "home" });

async function startProcess(name: string) {
  const port = await freePort();
  const server = runNode("server/main.ts", { ...shared, PORT: String(port), DATA_DIR: path.join(folder, name) });
  await server.says("database ");
  return { server, url: `http://127.0.0.1:${port}` };
}

const send = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, withJson("POST", body, { origin: publicUrl, ...headers }));

test("two processes on one database are one hub: a case made at one is answered at the other, everything is sent once", async () => {
  const one = await startProcess("one");
  const other = await startProcess("other");

  const token = /token=([\w-]+)/.exec(other.server.output())?.[1];
  const joined = await send(`${one.url}/api/desk/join`, {
    token,
    name: "Sam",
    email: "sam@example.com",
    password: "a long password",
  });
  expect(joined.status).toBe(201);
  const cookie = joined.headers
    .getSetCookie()
    .map((set) => set.split(";", 1)[0])
    .join("; ");

  const request = { email: "customer@example.com", message: "Nothing arrives." };
  const key = { "idempotency-key": "one-case-at-two" };
  const made = await Promise.all(
    Array.from({ length: 10 }, (_, i) => send(`${i % 2 ? one.url : other.url}/api/escalations`, request, key)),
  );
  expect(made.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const receipts = (await Promise.all(
    made.filter(({ status }) => status === 201).map((response) => response.json()),
  )) as EscalationReceipt[];
  const [receipt] = receipts;
  if (!receipt) throw new Error("No case was made");
  for (const same of receipts) expect(same).toEqual(receipt);

  const replied = await send(
    `${other.url}/api/desk/cases/${receipt.id}/replies`,
    { body: "Choose Update." },
    { cookie },
  );
  expect(replied.status).toBe(204);
  const page = await fetch(`${one.url}${new URL(receipt.receiptUrl).pathname}`);
  expect(await page.text()).toContain("Choose Update.");

  const delivered = async () => {
    const response = await fetch(`${one.url}/api/desk/cases/${receipt.id}`, { headers: { cookie } });
    return ((await response.json()) as CaseDetail).deliveries;
  };
  await until(async () => (await delivered()).every(({ state }) => state === "sent"), 15_000);
  expect((await delivered()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1]);
  expect(smtp.mails.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual([
    "customer@example.com",
    "customer@example.com",
    "support@example.com",
  ]);
  expect(smtp.mails.filter(({ text }) => text?.includes(receipt.receiptUrl))).toHaveLength(2);
  expect(sink.deliveries).toMatchObject([
    { body: { type: "escalation.created", data: { id: receipt.id } } },
    { body: { type: "escalation.answered", data: { id: receipt.id, body: "Choose Update." } } },
  ]);

  for (const { server } of [one, other]) server.child.kill("SIGTERM");
  expect(await Promise.all([one.server.ended, other.server.ended])).toEqual([0, 0]);
}, 60_000);
