import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "#db/database.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { startSmtp } from "#test/fakes/smtp.ts";
import type { startWebhookSink } from "#test/fakes/webhook-sink.ts";
import type { Ledger } from "./customers.ts";

type Sinks = {
  smtp: Awaited<ReturnType<typeof startSmtp>>;
  sink: Awaited<ReturnType<typeof startWebhookSink>>;
};

/** Everything in the ledger is there once, and everything that is there is whole. */
export async function expectKept(db: Db, ledger: Ledger): Promise<void> {
  const cases = await db.select({ id: escalations.id, email: escalations.email }).from(escalations);
  const kept = new Set(cases.map(({ id }) => id));
  expect([...ledger.cases.keys()].filter((id) => !kept.has(id))).toEqual([]);
  expect(new Set(cases.map(({ email }) => email)).size).toBe(cases.length);

  const written = await db.select({ id: messages.id }).from(messages);
  const said = new Set(written.map(({ id }) => id));
  expect([...ledger.replies.keys()].filter((id) => !said.has(id))).toEqual([]);

  const cast = await db.select({ id: votes.id }).from(votes);
  const counted = new Set(cast.map(({ id }) => id));
  expect([...ledger.votes].filter((id) => !counted.has(id))).toEqual([]);

  // Also of cases that nobody was told of: there with all their deliveries, or not at all.
  const promised = [
    ...cases.flatMap(({ id }) => [`${id}:created:email`, `${id}:receipt`, `${id}:created:webhook`]),
    ...written.flatMap(({ id }) => [`${id}:email`, `${id}:webhook`]),
  ];
  const rows = await db.select({ key: outbox.dedupeKey }).from(outbox);
  expect(rows.map(({ key }) => key).toSorted()).toEqual(promised.toSorted());
}

/** Each delivery arrived, as often as it had to, under its own id and no other. */
export async function expectDelivered(db: Db, { smtp, sink }: Sinks): Promise<void> {
  const rows = await db
    .select({ id: outbox.id, kind: outbox.kind })
    .from(outbox)
    .where(inArray(outbox.kind, ["email", "webhook"]));
  const idsOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const mailed = new Set(smtp.mails.map(({ messageId }) => messageId?.slice(1).split("@", 1)[0]));
  expect([...mailed].toSorted()).toEqual(idsOf("email").toSorted());
  expect([...new Set(sink.deliveries.map(({ id }) => id))].toSorted()).toEqual(idsOf("webhook").toSorted());
  expect(sink.forged).toBe(0);
  const bodies = new Map<string, string>();
  for (const { id, body } of sink.deliveries) {
    const first = bodies.get(id) ?? JSON.stringify(body);
    bodies.set(id, first);
    expect(JSON.stringify(body)).toBe(first);
  }
}
