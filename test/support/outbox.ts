import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach } from "vitest";
import { loadHub } from "#content/hub.ts";
import type { Db } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import { createLog } from "#server/core/log.ts";
import { openSealer } from "#server/core/seal.ts";
import { openChannels } from "#server/outbox/channels/open-channels.ts";
import { enqueue, type OutboxItem } from "#server/outbox/outbox.ts";
import { wakeCouriers } from "#server/outbox/wake.ts";
import { startOutbox } from "#server/outbox/worker.ts";
import { type FakeSmtp, startSmtp } from "#test/fakes/smtp.ts";
import { startWebhookSink, type WebhookSink } from "#test/fakes/webhook-sink.ts";
import { until } from "./wait.ts";

export const sealer = openSealer({ sealingKeys: [randomBytes(32).toString("base64")], dataDir: "" });

/** An outbox over a real mail server and a real receiver of webhooks, both new for every test. Call it at the file's top. */
export function useOutbox(db: Db) {
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const log = createLog("silent");
  // Both are there before a test begins.
  let smtp = undefined as unknown as FakeSmtp;
  let sink = undefined as unknown as WebhookSink;
  let stops: ((graceMs?: number) => Promise<void>)[] = [];

  beforeEach(async () => {
    [smtp, sink] = await Promise.all([startSmtp(), startWebhookSink()]);
  });
  const stopAll = async () => {
    await Promise.all(stops.map((stop) => stop()));
    stops = [];
  };
  afterEach(async () => {
    await stopAll();
    await Promise.all([smtp.stop(), sink.stop()]);
    await db.delete(outbox);
  });

  const channels = () =>
    openChannels(
      {
        mail: { url: smtp.url, from: null },
        webhook: { url: sink.url, secret: sink.secret },
        slack: null,
        zendesk: null,
        chatwoot: null,
        publicUrl: "https://help.example.com",
        outboundAllow: ["127.0.0.0/8"],
      },
      loadHub("content"),
      sealer,
    );
  const rowOf = async (key: string) => {
    const [row] = await db.select().from(outbox).where(eq(outbox.dedupeKey, key));
    if (!row) throw new Error(`Nothing is enqueued under "${key}"`);
    return row;
  };
  return {
    clock,
    channels,
    rowOf,
    stopAll,
    smtp: () => smtp,
    sink: () => sink,
    restartSmtp: async (port: number) => void (smtp = await startSmtp(port)),
    /** Starts the couriers of one process. @returns what stops them */
    start: (database = db) => {
      const stop = startOutbox({ db: database, clock, log, secrets: [] }, channels());
      stops.push(stop);
      return stop;
    },
    put: (...items: OutboxItem[]) =>
      db.transaction(async (tx) => {
        for (const item of items) await enqueue(tx, item);
      }),
    whenState: (key: string, state: string) => until(async () => (await rowOf(key)).state === state),
    /** Time goes on, and every courier looks. */
    pass: (seconds: number) => {
      ahead += seconds * 1000;
      wakeCouriers();
    },
  };
}

export const mail = (key: string, change: object = {}): OutboxItem => ({
  kind: "email",
  dedupeKey: key,
  payload: { to: "customer@example.com", subject: `About ${key}`, text: "Hello", ...change },
});

export const event = (key: string): OutboxItem => ({
  kind: "webhook",
  dedupeKey: key,
  payload: { type: "test", data: { key } },
});
