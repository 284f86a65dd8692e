import type { Sealer } from "#server/core/seal.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { openText, withoutLink } from "#server/outbox/channels/sealed-link.ts";

/** A mail of the outbox as its reader has it: with its private link in it. `payload` is of a row of kind "email". */
export function readMail({ sealer }: { sealer: Sealer }, payload: unknown): Email {
  const mail = payload as Email; // what enqueue was given
  return { ...withoutLink(mail), text: openText(sealer, mail) };
}
