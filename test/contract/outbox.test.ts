import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import { claimDue } from "#server/outbox/claims.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { freshDatabase } from "#test/support/database.ts";
import { dumpDatabase } from "#test/support/dump-database.ts";
import { event, mail, sealer, useOutbox } from "#test/support/outbox.ts";
import { linksIn } from "#test/support/mail-html.ts";
import { until } from "#test/support/wait.ts";

const { db, url } = await freshDatabase();
const { channels, clock, pass, put, rowOf, sink, smtp, start, stopAll, whenState } = useOutbox(db);

test("what is committed goes at once; what is rolled back never", async () => {
  start();
  const rolledBack = db.transaction(async (tx) => {
    await enqueue(tx, event("never"));
    throw new Error("stop");
  });
  await expect(rolledBack).rejects.toThrow("stop");
  await put(mail("m", { replyTo: "desk@example.com", thread: "esc_1" }), event("w"));
  await until(() => smtp().mails.length === 1 && sink().deliveries.length === 1, 1500);

  const [sent, hook] = [await rowOf("m"), await rowOf("w")];
  const [received] = smtp().mails;
  expect(received).toMatchObject({
    messageId: `<${sent.id}@help.example.com>`,
    inReplyTo: "<esc_1@help.example.com>",
    subject: "About m",
    text: "Hello",
    html: expect.stringContaining('<p dir="auto">Hello</p>') as string,
  });
  expect(received?.from?.text).toBe('"Referral Factory Help" <support@example.com>');
  expect(sink().deliveries).toEqual([
    {
      id: hook.id,
      status: 204,
      body: { type: "test", timestamp: hook.createdAt.toISOString(), data: { key: "w" } },
    },
  ]);
  await whenState("m", "sent");
});

test("one key is one promise", async () => {
  await put(event("same"), event("same"));
  await Promise.all(Array.from({ length: 20 }, () => put(event("same"))));
  start();
  await whenState("same", "sent");
  expect(sink().deliveries).toHaveLength(1);
});

test("after a crash between sending and marking it goes again with the same id", async () => {
  await put(event("crash"));
  const claimed = (await claimDue(db, { kind: "webhook", courier: "a process that dies" }, clock.now()))!;
  const parcel = { ...claimed, payload: { type: "test", data: {} }, findReceived: async () => null };
  await channels().webhook?.send(parcel, new AbortController().signal);
  start();
  pass(60);
  expect(await rowOf("crash")).toMatchObject({ state: "waiting", leasedBy: "a process that dies" });
  pass(60);
  await whenState("crash", "sent");
  expect(sink().deliveries.map(({ id }) => id)).toEqual([claimed.id, claimed.id]);
});

test("two processes send each once", async () => {
  const other = await openDatabase(url);
  const keys = Array.from({ length: 30 }, (_, index) => `shared${index}`);
  await put(...keys.map(event));
  start();
  start(other);
  await until(async () => (await db.$count(outbox, eq(outbox.state, "sent"))) === 30, 10_000);
  expect(sink().deliveries).toHaveLength(30);
  await stopAll();
  await other.close();
});

test("what people wrote cannot add a header or an address", async () => {
  await put(mail("inject", { subject: "Hi\r\nBcc: victim@example.com", to: "a@example.com" }));
  start();
  await until(() => smtp().mails.length === 1);
  expect(smtp().mails[0]?.bcc).toBeUndefined();
  expect(smtp().mails[0]?.subject).toBe("Hi Bcc: victim@example.com");
});

test("a private link is sealed while its mail waits, and nothing of the text is kept once it is sent", async () => {
  const link = "https://help.example.com/receipts/a-secret";
  const to = "customer@example.com";
  const written = sealLink(sealer, { to, subject: "Yours", text: `Here:\n${link}\n`, action: "Here:" }, link);
  await put({ kind: "email", dedupeKey: "linked", payload: written });
  await put({ kind: "email", dedupeKey: "moved", payload: { ...written, to: "eve@example.com" } });
  expect((await dumpDatabase(url)).filter((line) => line.includes("a-secret"))).toEqual([]);
  start();
  await whenState("linked", "sent");
  await whenState("moved", "dead");
  expect(smtp().mails.map(({ text }) => text)).toEqual([`Here:\n${link}\n`]);
  expect(linksIn(smtp().mails[0]?.html || "")).toEqual([link, link]);
  expect((await rowOf("linked")).payload).toEqual({ to, subject: "Yours", text: "" });
  expect((await rowOf("moved")).lastError).toMatch(/^Its private link does not open\. /);
});
