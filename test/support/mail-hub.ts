import { openEscalation } from "#server/features/escalation/open-escalation.ts";
import { startImap } from "#test/fakes/imap.ts";
import { atEnd } from "./at-end.ts";
import { openTestHub } from "./hub.ts";

/** A hub that reads a mailbox of help@example.com, with what its reading takes. It ends with the test or file that opens it. */
export async function openMailHub(instead: NonNullable<Parameters<typeof openTestHub>[0]>) {
  const imap = await startImap();
  atEnd(() => imap.stop());
  const env = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "help@example.com", IMAP_URL: imap.url };
  const hub = await openTestHub({ ...instead, env: { ...env, ...instead.env } });
  const deps = { ...openEscalation(hub.deps), log: hub.deps.log };
  return { imap, hub, db: hub.db, deps, mailbox: deps.config.mailIn!.mailbox };
}
