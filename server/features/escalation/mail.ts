/**
 * Mails about a case. To its customer, in the language that is spoken: a fixed text and a link, or what staff wrote, never
 * what a visitor wrote. To a colleague whom a note names. (What support gets is written by the channel: channels/email.ts.)
 */
import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import { sayMomentByDate } from "#server/core/local-time.ts";
import { oneLine } from "#server/core/one-line.ts";
import { joinLines } from "#server/outbox/channels/case-text.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { deskUrl } from "./case-event.ts";
import { caseMailWords as t } from "./mail.words.ts";
import type { ReplyAddresses } from "./reply-address.ts";

type Sender = { hub: Pick<Hub, "product" | "support">; replyAddresses: ReplyAddresses | null };
type Case = { id: string; reference: string; email: string };

/** To the address that was given, whoever gave it: a fixed text and the private link. */
export function receiptMail(sender: Sender, kept: Case, link: string, answerBy: Date): Email {
  const { product, support } = sender.hub;
  return {
    ...envelope(sender, kept),
    subject: t.receipt.subject(product.name, kept.reference),
    text: joinLines(
      t.receipt.here,
      "",
      t.receipt.reference(kept.reference),
      t.receipt.answerBy(sayMomentByDate(answerBy, support.timeZone)),
      "",
      t.receipt.follow,
      link,
      "",
      t.receipt.key,
      t.receipt.notYou,
    ),
    action: t.receipt.follow,
  };
}

/** To the address of a case whose link is lost or has expired; whoever asked for it. `isNew`: those before no longer open. */
export function freshLinkMail(sender: Sender, kept: Case, { link, isNew }: { link: string; isNew: boolean }): Email {
  const words = isNew ? t.freshLink : t.sameLink;
  const here = words.here(kept.reference);
  return {
    ...envelope(sender, kept),
    subject: words.subject(sender.hub.product.name, kept.reference),
    text: joinLines(here, link, "", words.before, words.notYou),
    action: here,
  };
}

/** What the promise of the receipt's mail is kept under. */
export const receiptMailKey = (caseId: string): string => `${caseId}:receipt`;

/** To the customer: what staff wrote. `link` is null where it cannot be made again. */
export function agentReplyMail(
  sender: Sender,
  kept: Case,
  { author, body, files }: { author: string; body: string; files: number },
  link: string | null,
) {
  const { product } = sender.hub;
  const byMail = sender.replyAddresses !== null;
  const action = byMail ? t.answer.hereToo : t.answer.byLink;
  const answerAt = link
    ? [byMail ? `${t.answer.byMail} ${action}` : action, link]
    : [byMail ? t.answer.byMailOrOldLink : t.answer.byOldLink];
  return {
    ...envelope(sender, kept),
    subject: t.answer.subject(product.name, kept.reference),
    text: joinLines(
      body,
      "",
      ...(files > 0 ? [t.answer.files(files), ""] : []),
      t.answer.from(oneLine(author, 120), product.name),
      "",
      ...answerAt,
    ),
    action,
  } satisfies Email;
}

const envelope = ({ replyAddresses }: Sender, { id, reference, email }: Case) => ({
  to: email,
  replyTo: replyAddresses?.of(reference),
  thread: id,
  language: speech().language,
});

const AT_DESK = "Read it at the desk:";

/** To a colleague whom a note names. */
export const mentionMail = (
  kept: Case,
  note: { author: string; body: string },
  to: string,
  publicUrl: string,
): Email => ({
  to,
  thread: kept.id,
  subject: `[${kept.reference}] ${oneLine(note.author, 60)} names you in a note`,
  text: joinLines(
    `${oneLine(note.author, 120)} noted:`,
    "",
    note.body,
    "",
    `${AT_DESK} ${deskUrl(publicUrl, kept.id)}`,
  ),
  action: AT_DESK,
});
