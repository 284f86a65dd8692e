import { doEvery } from "#server/core/do-every.ts";
import { MINUTE_MS } from "#server/core/durations.values.ts";
import { AppError } from "#server/core/errors.ts";
import type { Mailbox } from "#server/core/imap-settings.ts";
import type { Log } from "#server/core/log.ts";
import { takeTurn } from "#server/limits/take-turn.ts";
import type { EscalationDeps } from "../open-escalation.ts";
import { readMail } from "./read-mail.ts";
import { readMailbox, type Verdict } from "./read-mailbox.ts";
import { takeMail } from "./take-mail.ts";

type WatchDeps = EscalationDeps & { log: Log };

/** A process that dies while it reads holds the others up for so long. */
const LEASE_MS = 10 * MINUTE_MS;

/** Reads the mailbox now and every minute; without one, nothing. @returns what ends it, and gives the turn back */
export function watchMailbox(deps: WatchDeps): () => Promise<void> {
  const { mailIn } = deps.config;
  if (!mailIn) return async () => undefined;
  const says = `mail at ${mailIn.mailbox.host} could not be read; it is tried again in a minute`;
  const waiting = new Set<number>();
  const stopping = new AbortController();
  const read = () => takeUnread(deps, mailIn.mailbox, waiting, stopping.signal);
  const stop = doEvery(MINUTE_MS, deps.log, says, read);
  return async () => {
    stopping.abort();
    await stop();
  };
}

/** Takes what is unread, unless another process is at it. @throws what the mail server throws */
export async function takeUnread(
  deps: WatchDeps,
  mailbox: Mailbox,
  waiting = new Set<number>(),
  signal?: AbortSignal,
): Promise<void> {
  const giveBack = await takeTurn(deps, "mail-in", LEASE_MS);
  if (!giveBack) return;
  try {
    await readMailbox(mailbox, { waiting, signal, take: (source) => judge(deps, source) });
  } finally {
    await giveBack();
  }
}

/** What cannot be taken now stays unread; what never can be is flagged in the mailbox, and the log says why. */
async function judge(deps: WatchDeps, source: Buffer): Promise<Verdict> {
  try {
    const taken = await takeMail(deps, await readMail(source));
    deps.log.info(taken, "a mail came in");
    return "taken";
  } catch (error) {
    const never = error instanceof AppError && !["limited", "unavailable", "conflict"].includes(error.code);
    deps.log.warn({ err: error }, never ? "a mail was not taken; it is flagged in the mailbox" : "a mail must wait");
    return never ? "refused" : "later";
  }
}
