import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { sendAgain } from "#server/outbox/outbox.ts";
import { freshDatabase } from "#test/support/database.ts";
import { event, mail, useOutbox } from "#test/support/outbox.ts";
import { passSlowly, until } from "#test/support/wait.ts";

const { db } = await freshDatabase();
const { clock, pass, put, restartSmtp, rowOf, sink, smtp, start, whenState } = useOutbox(db);

test("a receiver that fails is asked again later, under the same id, without a storm", async () => {
  sink().answers = [500, 503];
  await put(event("retry"));
  start();
  await until(async () => (await rowOf("retry")).lastError);
  pass(5);
  await sleep(100);
  expect(sink().deliveries).toHaveLength(1);
  await until(() => (pass(10), sink().deliveries.length === 2));
  await until(async () => (pass(10), (await rowOf("retry")).state === "sent"));
  expect(sink().deliveries.map(({ status }) => status)).toEqual([500, 503, 204]);
  expect(new Set(sink().deliveries.map(({ id }) => id)).size).toBe(1);
  expect(sink().forged).toBe(0);
});

test("a mail server that was down for a day gets everything in order, once", async () => {
  const port = Number(new URL(smtp().url).port);
  await smtp().stop();
  const keys = ["first", "second", "third", "fourth", "fifth"];
  for (const key of keys) await put(mail(key));
  start();
  for (let hour = 0; hour < 24; hour++) {
    pass(3600);
    await until(async () => (await db.$count(outbox, eq(outbox.state, "waiting"))) === 5);
  }
  await restartSmtp(port);
  await until(() => (pass(61), smtp().mails.length === 5));
  await Promise.all(keys.map((key) => whenState(key, "sent")));
  const [probe, ...rest] = smtp().mails.map(({ subject }) => subject);
  expect(rest).toEqual(keys.map((key) => `About ${key}`).filter((subject) => subject !== probe));
});

test("what nobody takes is given up after days, and can be sent again", async () => {
  smtp().behaviour.refuse = "450 Not now";
  await put(mail("refused"), mail("good"));
  start();
  for (let attempt = 1; attempt <= 12; attempt++) {
    await until(
      async () => (await rowOf("refused")).attempts === attempt && (await rowOf("refused")).leasedBy === null,
    );
    pass(110_000);
  }
  expect(await rowOf("refused")).toMatchObject({
    state: "dead",
    attempts: 12,
    lastError: expect.stringMatching(/450/) as string,
  });
  smtp().behaviour.refuse = null;
  const again = async () => {
    const { id } = await rowOf("refused");
    return db.transaction((tx) => sendAgain(tx, clock, { id }));
  };
  expect(await again()).toBe(1);
  await whenState("refused", "sent");
  expect(await again()).toBe(0);
});

test("one that is refused holds up no other", async () => {
  await put(event("first"));
  start();
  await whenState("first", "sent");
  sink().answers = [422];
  await put(event("bad"), event("good"));
  await whenState("good", "sent");
  const refused = { state: "waiting", attempts: 1, lastError: expect.stringMatching(/422/) as string };
  expect(await rowOf("bad")).toMatchObject(refused);
});

test("a redirect is a failure: what is signed goes to the address in the settings only", async () => {
  sink().answers = [302];
  await put(event("moved"));
  start();
  await until(async () => (await rowOf("moved")).lastError);
  expect(sink().deliveries).toHaveLength(1);
});

test("stopping lets a delivery end, and cuts off one that does not", async () => {
  smtp().behaviour.waitMs = 300;
  await put(mail("slow"));
  const stop = start();
  await until(async () => (await rowOf("slow")).leasedBy);
  await stop(2000);
  expect((await rowOf("slow")).state).toBe("sent");

  smtp().behaviour.waitMs = 4000;
  await put(mail("slower"));
  const stopHard = start();
  await until(async () => (await rowOf("slower")).leasedBy);
  const before = Date.now();
  await stopHard(50);
  expect(Date.now() - before).toBeLessThan(1000);
  expect(await rowOf("slower")).toMatchObject({ state: "waiting", leasedBy: null });
});

test("a receiver that refuses one and is away for another is left alone all the same", async () => {
  await put(...["a", "b", "c", "d", "e", "f"].map(event));
  // the third of each three is refused: that says nothing of whether it is there
  sink().answers = Array.from({ length: 300 }, (_, n) => (n % 3 === 2 ? 422 : 503));
  start();
  await passSlowly(pass, 60);
  expect(sink().deliveries.length).toBeLessThan(30);
  expect(await db.$count(outbox, eq(outbox.state, "waiting"))).toBe(6);
  sink().answers = [];
  await until(async () => (pass(60), (await db.$count(outbox, eq(outbox.state, "sent"))) === 6));
});

test("starting over and over costs what waits no attempts", async () => {
  const port = Number(new URL(smtp().url).port);
  await smtp().stop();
  await put(mail("kept"));
  for (let started = 0; started < 14; started++) {
    await db.update(outbox).set({ lastError: null });
    const stop = start();
    await until(async () => (await rowOf("kept")).lastError);
    await stop();
  }
  expect(await rowOf("kept")).toMatchObject({ state: "waiting", attempts: 1 });
  await restartSmtp(port);
  start();
  await whenState("kept", "sent");
});

test("a mailbox that does not exist is given up at once; a rule about the sender is not", async () => {
  smtp().behaviour.refuse = "550 5.1.1 No such user";
  await put(mail("nobody"));
  start();
  await whenState("nobody", "dead");
  smtp().behaviour.refuse = "554 5.7.1 Relay access denied";
  await put(mail("relay"));
  await until(async () => (await rowOf("relay")).lastError);
  expect(await rowOf("relay")).toMatchObject({ state: "waiting", attempts: 1 });
});
