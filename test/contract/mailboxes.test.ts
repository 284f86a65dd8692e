import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "#server/core/config.ts";
import { readMailbox, type Verdict } from "#server/features/escalation/mail-in/read-mailbox.ts";
import { hasDovecot, startDovecot } from "#test/fakes/dovecot.ts";
import { startImap } from "#test/fakes/imap.ts";

/** The same of every mail server; dovecot where the machine has one. */
const SERVERS = { hoodiecrow: startImap, ...(hasDovecot() && { dovecot: startDovecot }) };

describe.each(Object.entries(SERVERS))("a mailbox of %s", async (_name, start) => {
  const server = await start();
  afterAll(() => server.stop());
  const { mailIn } = readConfig({ SMTP_URL: "smtp://127.0.0.1:1", IMAP_URL: server.url });
  const read = async (verdicts: Record<string, Verdict>) => {
    const seen: string[] = [];
    const take = (source: Buffer) => {
      const subject = /^Subject: (.*?)\r?$/m.exec(source.toString())?.[1] ?? "";
      seen.push(subject);
      return Promise.resolve(verdicts[subject] ?? "taken");
    };
    await readMailbox(mailIn!.mailbox, { waiting: new Set(), signal: undefined, take });
    return seen;
  };

  test("gives each unread mail, the oldest first, and keeps what became of it", async () => {
    expect(await read({})).toEqual([]);
    for (const subject of ["one", "two", "three"])
      server.arrive(`From: a@example.com\nSubject: ${subject}\n\nHello, Zoë\n`);
    expect(await read({ two: "refused", three: "later" })).toEqual(["one", "two", "three"]);
    expect(server.flags()).toEqual([["\\Seen"], ["\\Seen", "\\Flagged"], []]);
    expect(await read({})).toEqual(["three"]);
    expect(await read({})).toEqual([]);
  });

  test("says no to a wrong password", async () => {
    const mailbox = { ...mailIn!.mailbox, password: "wrong" };
    const reading = { waiting: new Set<number>(), signal: undefined, take: async () => "taken" as const };
    await expect(readMailbox(mailbox, reading)).rejects.toThrow();
  });
});
