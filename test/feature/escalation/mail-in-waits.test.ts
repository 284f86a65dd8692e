import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { like } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { escalations } from "#db/schema/escalation.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { cleanUp } from "#server/clean-up.ts";
import { takeUnread, watchMailbox } from "#server/features/escalation/mail-in/watch-mailbox.ts";
import { openMailHub } from "#test/support/mail-hub.ts";

let now = new Date("2026-11-23T09:00:00Z");
const { imap, hub, db, deps, mailbox } = await openMailHub({ clock: { now: () => now } });
afterEach(async () => {
  for (const table of [escalations, outbox, limits]) await db.delete(table);
});

let written = 0;
const write = (from: string, body: string): string =>
  `From: ${from}\nTo: help@example.com\nSubject: Hm\nMessage-ID: <${++written}@mail.example.com>\n\n${body}\n`;
const cases = () => db.select().from(escalations);

describe("mails that cannot be taken now", () => {
  test("hold up nobody else's", async () => {
    const waiting = new Set<number>();
    for (let n = 0; n < 63; n++) imap.arrive(write("spam@example.com", `Buy ${n}`));
    imap.arrive(write("honest@example.com", "Help"));
    await takeUnread(deps, mailbox, waiting);
    await takeUnread(deps, mailbox, waiting);
    const from = (await cases()).map(({ email }) => email);
    expect(from).toContain("honest@example.com");
    expect(from.filter((email) => email === "spam@example.com")).toHaveLength(12);
    // in their time they are taken after all
    now = new Date(now.getTime() + 13 * 3_600_000);
    await takeUnread(deps, mailbox, waiting);
    await takeUnread(deps, mailbox, waiting);
    expect((await cases()).length).toBeGreaterThan(20);
    for (let round = 0; round < 5; round++) {
      await db.delete(limits);
      for (let n = 0; n < 2; n++) await takeUnread(deps, mailbox, waiting);
    }
    expect(await cases()).toHaveLength(64);
  });
});

test("a mail that is marked as unread after days is the same case", async () => {
  const mail = write("ann@example.com", "Once");
  imap.arrive(mail);
  await takeUnread(deps, mailbox);
  now = new Date(now.getTime() + 3 * 86_400_000);
  await cleanUp({ db, clock: deps.clock, hub: hub.deps.hub });
  imap.arrive(mail);
  await takeUnread(deps, mailbox);
  expect(imap.flags().slice(-2)).toEqual([["\\Seen"], ["\\Seen"]]);
  expect(await cases()).toHaveLength(1);
  expect(await db.$count(outbox, like(outbox.dedupeKey, "%:receipt"))).toBe(1);
});

test("stopping breaks off what reads the mailbox, and gives the turn back", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo; // listening on TCP
  const mailIn = { ...deps.config.mailIn!, mailbox: { ...mailbox, host: "127.0.0.1", port } };
  const connected = once(silent, "connection");
  const stop = watchMailbox({ ...deps, config: { ...deps.config, mailIn } });
  await connected;
  const before = Date.now();
  await stop();
  silent.close();
  expect(Date.now() - before).toBeLessThan(2000);
  imap.arrive(write("ann@example.com", "After it"));
  await takeUnread(deps, mailbox);
  expect(await cases()).toMatchObject([{ message: "After it" }]);
});
