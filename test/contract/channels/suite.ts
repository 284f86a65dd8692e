/** What every channel of support holds to, over the other side as it is or as it is emulated. */
import { eq } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { loadHub } from "#content/hub.ts";
import { readConfig, secretsOf } from "#server/core/config.ts";
import { createLog } from "#server/core/log.ts";
import type { CaseEvent } from "#server/outbox/case-events.ts";
import { CHANNELS, type ChannelKind } from "#server/outbox/channels/channels.ts";
import { openChannels } from "#server/outbox/channels/open-channels.ts";
import { claimDue } from "#server/outbox/claims.ts";
import { sendAgain } from "#server/outbox/outbox.ts";
import { tellSupport } from "#server/outbox/tell-support.ts";
import { wakeCouriers } from "#server/outbox/wake.ts";
import { startOutbox } from "#server/outbox/worker.ts";
import { created } from "#test/support/case-events.ts";
import { freshDatabase } from "#test/support/database.ts";
import { sealer } from "#test/support/outbox.ts";
import { until } from "#test/support/wait.ts";

export type OtherSide = {
  /** The settings that lead there. */
  env: Record<string, string>;
  /** The ids under which it has had something, attempt by attempt. */
  ids: () => string[];
  /** What its readers see, oldest first. */
  read: () => string[];
  /** What of that is more than text, beside the link to the desk. */
  live: () => string[];
  /** From now on nothing gets through; and it does again. */
  away: (is: boolean) => void;
  /** The next one is refused, in these words. */
  refuse: (words: string) => void;
  /** The next one is refused in words that tell the secret. */
  tellSecret: (secret: string) => void;
  secret: string;
};

/** Of a side that a test looks at by itself. */
export const unseenSide = {
  ids: () => [],
  read: () => [],
  live: () => [],
  away: () => undefined,
  refuse: () => undefined,
  tellSecret: () => undefined,
};

const HOSTILE = [
  "<!channel> <!everyone> <@U012AB3CD> <https://evil.example|your bank> <script>alert(1)</script>",
  "&lt;!here&gt; *bold* _it_ ~no~ `code` ```block``` > quote",
  "{{ticket.requester.email}} {%assign x=1%}{{{x}}} [a](https://evil.example) <img src=x onerror=alert(1)>",
  "A\r\nBcc: victim@example.com\u202Etxet\u0000",
].join("\n");

/** An outbox with one channel, whose time the test moves. Call it at the file's top. */
export async function openChannel(
  kind: ChannelKind,
  start: () => Promise<OtherSide & { close: () => Promise<unknown> }>,
) {
  const { db } = await freshDatabase();
  const side = await start();
  afterAll(() => side.close());
  const config = readConfig({ ...side.env, OUTBOUND_ALLOW: "127.0.0.0/8" });
  const hub = loadHub("content");
  const deps = { hub: { support: { ...hub.support, channels: [CHANNELS[kind].name] } }, config };
  const channels = openChannels(config, hub, sealer);
  const logged: string[] = [];
  const log = createLog("warn", { to: { write: (line) => void logged.push(line) } });
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  let stop = async (): Promise<void> => undefined;
  afterEach(async () => {
    await stop();
    await db.delete(outbox);
    side.away(false);
  });
  const row = async (key = "esc_1:created") => {
    const [found] = await db
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, `${key}:${kind}`));
    if (!found) throw new Error(`Nothing was promised under ${key}`);
    return found;
  };
  const pass = (seconds: number) => ((ahead += seconds * 1000), wakeCouriers());
  return {
    db,
    side,
    channels,
    clock,
    logged,
    row,
    pass,
    tell: (...events: CaseEvent[]) =>
      db.transaction(async (tx) => {
        for (const event of events) await tellSupport(tx, deps, event);
      }),
    start: () => (stop = startOutbox({ db, clock, log, secrets: secretsOf(config) }, channels)),
    /** Time goes on until it is so. */
    whenState: (state: string, key?: string) =>
      until(async () => ((await row(key)).state === state ? true : (pass(100_000), false)), 10_000),
    again: async () => {
      const { id } = await row();
      return db.transaction((tx) => sendAgain(tx, clock, { id }));
    },
  };
}

export function holdsToContract(kind: ChannelKind, channel: Awaited<ReturnType<typeof openChannel>>): void {
  const { db, side, channels, clock, logged, row, pass, tell, start, whenState, again } = channel;
  const fresh = () => {
    const [ids, read] = [side.ids().length, side.read().length];
    return { ids: () => side.ids().slice(ids), read: () => side.read().slice(read) };
  };

  test("a case is told once, under the id of its outbox row, with who, what and where to answer", async () => {
    const since = fresh();
    await tell(created(), created());
    start();
    await whenState("sent");
    const { id } = await row();
    expect(since.ids()).toEqual([id]);
    const [told] = since.read();
    for (const words of [
      "RF-7K2M-041",
      "sam@example.com",
      "Nothing syncs since Monday.",
      "Step 2 did not work",
      "/desk/?case=esc_1",
    ])
      expect(told).toContain(words);
  });

  test("after a crash between sending and marking it goes again under the same id", async () => {
    const since = fresh();
    await tell(created({ id: "esc_crash" }));
    const claimed = (await claimDue(db, { kind, courier: "a process that dies" }, clock.now()))!;
    const parcel = { ...claimed, payload: claimed.payload as never, findReceived: async () => null };
    await channels[kind]?.send(parcel, new AbortController().signal);
    start();
    pass(120);
    await whenState("sent");
    expect(new Set(since.ids())).toEqual(new Set([claimed.id]));
  });

  test("what is away is left alone for a while, and gets everything once it is back", async () => {
    const since = fresh();
    side.away(true);
    await tell(created({ id: "esc_away" }));
    start();
    await until(async () => (await row()).lastError);
    expect(await row()).toMatchObject({ state: "waiting", attempts: 1 });
    side.away(false);
    wakeCouriers();
    expect(since.ids()).toEqual([]);
    await whenState("sent");
    expect((await row()).lastError).toBeNull();
    expect(since.ids().length).toBe(1);
  });

  test("what is refused is given up with what was said, and sent again when somebody says so", async () => {
    await tell(created({ id: "esc_refused" }));
    for (let attempt = 0; attempt < 12; attempt++) side.refuse("not this one");
    start();
    await whenState("dead");
    expect((await row()).lastError).toMatch(/not this one|400|422/);
    const { id } = await row();
    const since = fresh();
    await until(async () => {
      // attempts that are told to be refused may be left over
      if ((await row()).state === "dead") await again();
      pass(100_000);
      return (await row()).state === "sent";
    });
    expect(new Set(since.ids())).toEqual(new Set([id]));
  });

  test("what people wrote is text there", async () => {
    const since = fresh();
    await tell(created({ id: "esc_hostile", message: HOSTILE, name: HOSTILE.slice(0, 110) }));
    start();
    await whenState("sent");
    expect(side.live()).toEqual([]);
    // all of it is there to read, whatever was put between its letters
    const read = (since.read()[0] ?? "").replaceAll("\u200b", "");
    for (const words of ["<!channel>", "{{ticket.requester.email}}", "<script>alert(1)</script>", "onerror=alert(1)"])
      expect(read).toContain(words);
  });

  test("no secret stands in an error, whatever the other side says", async () => {
    side.tellSecret(side.secret);
    await tell(created({ id: "esc_secret" }));
    start();
    const lastError = await until(async () => (await row()).lastError);
    expect(lastError).not.toContain(side.secret);
    expect(logged.join("")).not.toContain(side.secret);
    await whenState("sent");
  });
}
