import type { ImapFlow } from "imapflow";
import type { Mailbox } from "#server/core/imap-settings.ts";
import { isThisMachine } from "#server/core/networks.ts";

/** Bytes of a mail that are read: 5 files of 5 MB, as mails write them. What is behind them is left out. */
const MAIL_MAX = 36 * 1024 * 1024;
/** Mails at one time; the next time takes the next. */
const AT_ONCE = 50;
const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/** `taken`: it is read. `refused`: it is read and flagged, for a person to look at. `later`: it stays as it is. */
export type Verdict = "taken" | "refused" | "later";

type Reading = {
  waiting: Set<number>;
  signal: AbortSignal | undefined;
  take: (source: Buffer) => Promise<Verdict>;
};

/**
 * Hands over each unread mail of a folder, the oldest first, and marks it by what it is told. `waiting`: uids of those that
 * were told "later", which hold up no others: they come again when all have had their turn. `signal` breaks the connection
 * off: a mail under way is taken, and stays unread. @throws what the connection throws
 */
export async function readMailbox(mailbox: Mailbox, { waiting, signal, take }: Reading): Promise<void> {
  const client = await openClient(mailbox);
  const breakOff = () => client.close();
  signal?.addEventListener("abort", breakOff);
  try {
    await client.connect();
    await client.mailboxOpen(mailbox.folder);
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    if (unread.every((uid) => waiting.has(uid))) waiting.clear();
    for (const uid of unread.filter((each) => !waiting.has(each)).slice(0, AT_ONCE)) {
      const mail = await client.fetchOne(String(uid), { source: { maxLength: MAIL_MAX } }, { uid: true });
      if (!mail || !mail.source) continue; // somebody moved it meanwhile
      const verdict = await take(mail.source);
      if (verdict === "later") {
        waiting.add(uid);
        continue;
      }
      const flags = verdict === "refused" ? ["\\Seen", "\\Flagged"] : ["\\Seen"];
      await client.messageFlagsAdd(String(uid), flags, { uid: true });
    }
  } finally {
    signal?.removeEventListener("abort", breakOff);
    await client.logout().catch(() => client.close());
  }
}

/** Opens the folder as `readMailbox` does, and leaves everything as it is. @returns how many mails are unread */
export async function countUnread(mailbox: Mailbox): Promise<number> {
  const client = await openClient(mailbox);
  await client.connect();
  try {
    await client.mailboxOpen(mailbox.folder, { readOnly: true });
    return ((await client.search({ seen: false }, { uid: true })) || []).length;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** What reads mailboxes is loaded where there is one. */
async function openClient({ host, port, secure, user, password }: Mailbox): Promise<ImapFlow> {
  const { ImapFlow } = await import("imapflow");
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass: password },
    ...TIMEOUTS,
    // a password goes over no open line, except within this machine
    ...(!secure && { doSTARTTLS: !isThisMachine(host) }),
    disableAutoIdle: true,
    logger: false,
  });
  // what breaks is thrown where it is waited for as well
  client.on("error", () => undefined);
  return client;
}
